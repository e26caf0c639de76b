import type { Command } from "@chargehand/domain/command";
import type { VariableRef } from "@chargehand/domain/variable";
import { type CommandView, commandState } from "../commands/command-view";

/** What a station is told, one after the other, so that it comes by another way and loses nothing on it. */
export const migrationSteps = ["set", "empty", "queue", "prefer", "restart"] as const;
export type MigrationStep = (typeof migrationSteps)[number];

const priority = { component: "OCPPCommCtrlr", name: "NetworkConfigurationPriority" };

/** The ways in the order in which they are to be tried: the new one first, the others behind it in case it leads nowhere. */
export const orderWith = (slot: string, known = "") =>
  [slot, ...known.split(",").map((other) => other.trim())].filter((each, at, all) => each && all.indexOf(each) === at);

/** Whether a variable holds the order in which a station tries its ways. */
export const isPriority = ({ component, name }: VariableRef) =>
  component.toLowerCase() === priority.component.toLowerCase() && name.toLowerCase() === priority.name.toLowerCase();

/** What each step tells it, after the way itself was set. */
export function commandOf(step: Exclude<MigrationStep, "set">, order: readonly string[]): Command {
  switch (step) {
    case "empty":
      return { type: "set-availability", operative: false };
    case "queue":
      return { type: "ask-transaction-status" };
    case "prefer":
      return { type: "write-variables", writes: [{ variable: priority, value: order.join() }] };
    case "restart":
      return { type: "reset", when: "idle" };
  }
}

/** The last command of each step, each given after the one before; `next` is the first that is not through. */
export function progressOf(commands: readonly CommandView[], slot: string) {
  const given: Partial<Record<MigrationStep, CommandView>> = {};
  let since = 0;
  for (const step of migrationSteps) {
    const last = commands.find(({ command, createdAt }) => createdAt.getTime() >= since && isOf(step, command, slot));
    if (last) given[step] = last;
    if (!last || !isThrough(step, last)) return { given, next: step };
    since = last.createdAt.getTime();
  }
  return { given, next: undefined };
}

function isOf(step: MigrationStep, command: Command, slot: string): boolean {
  switch (step) {
    case "set":
      return command.type === "set-network-profile" && String(command.slot) === slot;
    case "empty":
      return command.type === "set-availability" && !command.operative && command.evse === undefined;
    case "queue":
      return command.type === "ask-transaction-status" && command.session === undefined;
    case "prefer":
      return (
        command.type === "write-variables" &&
        command.writes.some(({ variable, value }) => isPriority(variable) && value.split(",")[0]?.trim() === slot)
      );
    case "restart":
      return command.type === "reset" && command.evse === undefined;
  }
}

/** The order of ways counts from the restart on, so a station may say no more than that it needs one. */
function isThrough(step: MigrationStep, command: CommandView): boolean {
  const state = commandState(command);
  if (step === "queue") return state === "confirmed" && command.answerDetail === undefined;
  return state === "confirmed" || (step === "prefer" && command.answer === "reboot-required");
}
