import type { GlyphName } from "@/components/glyph";
import { type CommandState, type CommandView, commandState } from "./command-view";

/** The six columns of a command's life, always in the same place, so that rows compare downwards. */
export const steps = ["held", "queued", "sent", "answered", "proving", "confirmed"] as const;
export type Step = (typeof steps)[number];

/** How far one column got. A step that was left out keeps its place, empty. */
export interface Stage {
  step: Step;
  is: "passed" | "now" | "next" | "left-out";
  /** What it is called here: the state where the command stands now, else the step. */
  word: CommandState;
  glyph: GlyphName;
  at?: Date;
}

/** Lays a command's life out in its six columns. */
export function stages(command: CommandView): Stage[] {
  const state = commandState(command);
  const here = steps.indexOf(stepOf[state]);
  const isOver = !continues.has(state);
  const times = timesOf(command);

  return steps.map((step, index) => {
    const at = times[step];
    if (index === here) return { step, is: "now", word: state, glyph: glyphOf[state], at };
    if (step === "held" && !command.heldUntil) return { step, is: "left-out", word: step, glyph: "step-next" };
    if (index < here) return { step, is: at ? "passed" : "left-out", word: step, glyph: "step-passed", at };
    return { step, is: isOver ? "left-out" : "next", word: step, glyph: "step-next" };
  });
}

/** The mark of each state. */
export const glyphOf = {
  held: "held",
  queued: "queued",
  sent: "sent",
  answered: "answered",
  proving: "proving",
  scheduled: "queued",
  confirmed: "confirmed",
  unproven: "unproven",
  "in-doubt": "unproven",
  rejected: "failed",
  unsupported: "failed",
  error: "failed",
  "no-answer": "unproven",
  expired: "expired",
  cancelled: "expired",
} as const satisfies Record<CommandState, GlyphName>;

/** The column a state stands in. A command that never left us ends where it waited. */
const stepOf = {
  held: "held",
  queued: "queued",
  expired: "queued",
  cancelled: "queued",
  sent: "sent",
  "in-doubt": "sent",
  answered: "answered",
  rejected: "answered",
  unsupported: "answered",
  error: "answered",
  "no-answer": "answered",
  proving: "proving",
  scheduled: "proving",
  unproven: "proving",
  confirmed: "confirmed",
} as const satisfies Record<CommandState, Step>;

/** States after which something may still come, be it late. */
const continues = new Set<CommandState>([
  "held",
  "queued",
  "sent",
  "proving",
  "scheduled",
  "unproven",
  "in-doubt",
  "no-answer",
]);

const timesOf = (command: CommandView): Partial<Record<Step, Date>> => ({
  held: command.heldUntil && command.createdAt,
  queued: command.heldUntil ?? command.createdAt,
  sent: command.sentAt,
  answered: command.answeredAt,
  proving: command.unprovenAt ?? command.answeredAt,
  confirmed: command.confirmedAt,
});
