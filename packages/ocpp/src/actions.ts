import { senders } from "./generated/actions";
import type { Action } from "./messages";
import type { Version } from "./version";

/** Who may send an action. */
export type Sender = "station" | "csms" | "both";

/** The calls that one side may make in a version. */
export type SentBy<S extends "station" | "csms", V extends Version> = Extract<
  {
    [A in keyof (typeof senders)[V]]: (typeof senders)[V][A] extends S | "both" ? A : never;
  }[keyof (typeof senders)[V]],
  Action<V>
>;

/**
 * Who sends an action of a version, or undefined when the version has no such action: the difference between
 * refusing a call as "not supported" and as "not implemented".
 */
export function senderOf(version: Version, action: string): Sender | undefined {
  const table: Readonly<Record<string, Sender>> = senders[version];
  return Object.hasOwn(table, action) ? table[action] : undefined;
}
