import { senderOf } from "./actions";
import type { WireCall } from "./dialect";
import { validateRequest } from "./validate";
import type { Version } from "./version";

/** A call that a station cannot be sent, and why. `unsupported`: its version has no such call at all. */
export interface Unsayable {
  why: string;
  unsupported: boolean;
  /** Where its schema is broken, as a JSON pointer. */
  path?: string;
}

/** What forbids sending a call to a station of a version: what breaks the station's own schema is never sent. */
export function whyUnsayable(version: Version, { action, payload }: WireCall): Unsayable | undefined {
  const sender = senderOf(version, action);
  if (sender === undefined || sender === "station") {
    return { why: `OCPP ${version} has no ${action.slice(0, 50)} that a station could be sent`, unsupported: true };
  }
  const verdict = validateRequest(version, action, payload);
  if (verdict.ok) return undefined;
  const { path, message } = verdict;
  return { why: `${action}: ${path} ${message}`, unsupported: false, path };
}
