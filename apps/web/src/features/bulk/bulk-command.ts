import { type Command, triggerMessages } from "@chargehand/domain/command";

/** What many stations can be told at once: whatever is about a whole station and is the same for all. */
const bulkCommands = {
  "reset-idle": { type: "reset", when: "idle" },
  "reset-now": { type: "reset", when: "now" },
  "out-of-service": { type: "set-availability", operative: false },
  "into-service": { type: "set-availability", operative: true },
  "read-variables": { type: "read-variables" },
  "clear-cache": { type: "clear-cache" },
} as const satisfies Record<string, Command>;

export type BulkCommand = keyof typeof bulkCommands | `ask-${(typeof triggerMessages)[number]}`;

/** What each of the stations is told. */
export function commandOf(id: BulkCommand): Command {
  const message = triggerMessages.find((each) => id === `ask-${each}`);
  if (message) return { type: "trigger", message };
  return bulkCommands[id as keyof typeof bulkCommands]; // what does not ask is in the table
}

/** Whether it ends sessions that run. */
export const cutsSessions = (id: BulkCommand) => id === "reset-now";

/** How many may be told without their number being written: more is no slip of the hand. */
export const mostUnsaid = 100;
