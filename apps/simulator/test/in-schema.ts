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
    if (type !== 2 && type !== 3 && type !== 6) continue;
    const action = type === 6 ? String(third) : (actions.get(id) ?? "");
    const verdict = type === 3 ? validateResponse(version, action, third) : validateRequest(version, action, fourth);
    checked += 1;
    if (!verdict.ok) violations.push(`${from} ${type} ${action} ${verdict.path}: ${verdict.message}`);
  }
  return { checked, violations };
}
