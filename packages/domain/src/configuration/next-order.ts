import type { Answer, Command, Delivery, Proof } from "../command";
import { type VariableRef, variableKey } from "../variable";
import type { OcppVersion } from "../vocabulary";
import { type Knowledge, type PlannedSetting, planFor } from "./plan";
import type { Desired } from "./template";

/** A command that the same campaign gave to the station before, and what became of it. */
export interface Given {
  command: Command;
  delivery: Delivery;
  answer?: Answer;
  proof: Proof;
}

/** What a station that is being set up is told next, or how it ended. */
export type Order =
  | { do: "tell"; command: Command }
  | { do: "end"; state: "succeeded" | "skipped" | "failed"; reason: string };

export interface SettingUp {
  version: OcppVersion;
  desired: readonly Desired[];
  knowledge: Knowledge;
  /** In the order in which they were given; a command that never left us is none. */
  given: readonly Given[];
  /** Whether the station may be reset for what holds only after a boot. */
  reboot: boolean;
}

/**
 * The next thing to tell a station: what was never read is read, then each value that is something else is written once, then
 * it boots if that is asked for and needed, and what waited for that is read again. It follows from what the station has
 * said and what it was given, so asking again after any end of a process leads to the same.
 */
export function nextOrder({ version, desired, knowledge, given: all, reboot }: SettingUp): Order {
  if (desired.length === 0) return { do: "end", state: "skipped", reason: "no template is meant for it" };
  const given = all.filter(({ delivery }) => delivery !== "expired" && delivery !== "cancelled");
  const asked = new Set(given.filter(isAnswered).flatMap(({ command }) => keysRead(command)));
  const plan = planFor(desired, { ...knowledge, asked });

  const unread = plan.filter(({ is }) => is === "never-read");
  if (unread.length > 0) return read(unread);

  const proven = keysWritten(given.filter(({ proof }) => proof === "confirmed"));
  const afterBoot = keysWritten(given.filter(({ answer }) => answer === "reboot-required"));
  const written = new Set([...proven, ...afterBoot]);
  const toWrite = plan.filter((setting) => setting.is === "write");
  const undone = toWrite.filter(({ key }) => proven.has(key));
  if (undone.length > 0) return { do: "end", state: "failed", reason: `it has other values again: ${namesOf(undone)}` };
  // What was refused, or was never answered, may have been taken in part.
  const last = given.at(-1);
  const inDoubt = last && last.command.type === "write-variables" && !isDone(last) ? keysWritten([last]) : new Set();
  const toLookAt = toWrite.filter(({ key }) => inDoubt.has(key));
  if (toLookAt.length > 0) return read(toLookAt);

  const next = portion(
    toWrite.filter(({ key }) => !written.has(key)),
    version,
  );
  if (next.length > 0) return tell({ type: "write-variables", writes: next.map(writeOf) });

  const waiting = toWrite.filter(({ key }) => written.has(key));
  if (waiting.length > 0) return bootAndLook(waiting, given, reboot);
  if (written.size === 0) return { do: "end", state: "skipped", reason: leftAlone(plan) || "already so" };
  return { do: "end", state: "succeeded", reason: [wrote(written.size), leftAlone(plan)].filter(Boolean).join("; ") };
}

/** What was written and is not there: it holds only after a boot, if at all. */
function bootAndLook(waiting: readonly PlannedSetting[], given: readonly Given[], reboot: boolean): Order {
  const wroteAt = given.findLastIndex(({ command }) => command.type === "write-variables");
  const bootedAt = given.findLastIndex(({ command }) => command.type === "reset");
  if (reboot && bootedAt < wroteAt) return tell({ type: "reset", when: "idle" });
  const lookedAt = given.findLastIndex(({ command }) => command.type === "read-variables");
  if (lookedAt < Math.max(wroteAt, bootedAt)) return read(waiting);
  const names = namesOf(waiting);
  return reboot
    ? { do: "end", state: "failed", reason: `it booted, and still has other values: ${names}` }
    : { do: "end", state: "succeeded", reason: `written, holds after its next boot: ${names}` };
}

const tell = (command: Command): Order => ({ do: "tell", command });

const read = (settings: readonly { variable: VariableRef }[]): Order =>
  tell({ type: "read-variables", variables: settings.slice(0, atOnce).map(({ variable }) => variable) });

/** Stations limit how much fits in one call; few take less than this. */
const atOnce = 10;

/** 1.6 writes one key at a time. What needs a boot goes alone, since such an answer hides how the others fared. */
function portion(settings: readonly Extract<PlannedSetting, { is: "write" }>[], version: OcppVersion) {
  const now = settings.filter(({ needsReboot }) => !needsReboot);
  const first = now.length > 0 ? now : settings;
  return first.slice(0, version === "1.6" ? 1 : atOnce);
}

const writeOf = ({ variable, value }: Desired) => ({ variable, value });

const isDone = ({ answer, proof }: Given) => proof === "confirmed" || answer === "reboot-required";

/** A station that does not know what it is asked for may refuse the whole question. */
const isAnswered = ({ answer, proof }: Given) =>
  proof === "confirmed" || answer === "accepted" || answer === "rejected" || answer === "unsupported";

const keysRead = (command: Command) =>
  command.type === "read-variables" ? (command.variables ?? []).map(variableKey) : [];
/** What was refused is none of them: it may be tried again if a person says so. */
const keysWritten = (given: readonly Given[]) =>
  new Set(
    given.flatMap(({ command }) =>
      command.type === "write-variables" ? command.writes.map(({ variable }) => variableKey(variable)) : [],
    ),
  );

const namesOf = (settings: readonly { variable: VariableRef }[]) =>
  settings.map(({ variable }) => variable.name).join(", ");

const wrote = (count: number) =>
  count === 1 ? "1 value written and read back" : `${count} values written and read back`;

/** Why some of it was left as it is. */
function leftAlone(plan: readonly PlannedSetting[]): string {
  const reasons = [
    ["read-only", "read-only"],
    ["write-only", "cannot be read back"],
    ["unknown", "not known to the station"],
  ] as const;
  return reasons
    .flatMap(([is, words]) => {
      const settings = plan.filter((setting) => setting.is === is);
      return settings.length > 0 ? [`${words}: ${namesOf(settings)}`] : [];
    })
    .join("; ");
}
