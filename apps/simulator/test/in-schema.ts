import { validateRequest, validateResponse } from "@chargehand/ocpp/validate";
import type { Version } from "../src/dialects/dialect";
import type { Seen } from "./plain-csms";

/** What the official schemas object to in a conversation; nothing, if all is well. Counts what it checked. */
export function checkConversation(seen: Seen[], version: Version): { checked: number; violations: string[] } {
  const actions = new Map<unknown, string>();
  const violations: string[] = [];
  let checked = 0;
  for (const { from, frame } of seen) {
    const [type, id, third, fourth] = frame;
    if (type === 2) actions.set(id, String(third));
    if (type !== 2 && type !== 3) continue;
    const action = actions.get(id) ?? "";
    const verdict = type === 2 ? validateRequest(version, action, fourth) : validateResponse(version, action, third);
    checked += 1;
    if (!verdict.ok) violations.push(`${from} ${type} ${action} ${verdict.path}: ${verdict.message}`);
  }
  return { checked, violations };
}
