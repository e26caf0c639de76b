import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { validateRequest } from "@chargehand/ocpp/validate";

/** Where a call breaks the schema of its version, in the words of the check that answered it. */
export function violationsOf(version: OcppVersion, action: string, call: string): { path: string; text: string }[] {
  const payload = payloadOf(call);
  if (payload === undefined) return [];
  const verdict = validateRequest(version, action, payload);
  return verdict.ok ? [] : [{ path: verdict.path, text: verdict.message }];
}

/** What a call or a send carries: its fourth part. */
function payloadOf(call: string): unknown {
  try {
    const parts: unknown = JSON.parse(call);
    return Array.isArray(parts) ? parts[3] : undefined;
  } catch {
    // Not JSON: nothing in it has a path.
    return undefined;
  }
}
