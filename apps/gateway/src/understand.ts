import type { Report } from "@chargehand/domain/report";
import { senderOf } from "@chargehand/ocpp/actions";
import type { AnyInbound } from "@chargehand/ocpp/dialect";
import { dialects } from "@chargehand/ocpp/dialects";
import type { Frame } from "@chargehand/ocpp/frame";
import { usualQuirks } from "@chargehand/ocpp/quirks";
import { RpcError } from "@chargehand/ocpp/rpc-error";
import { validateRequest } from "@chargehand/ocpp/validate";
import type { Version } from "@chargehand/ocpp/version";

/** A call in the domain's words. `notes` tell of tolerances that were used. */
export interface Understood {
  adapter: AnyInbound;
  report: Report;
  notes: string[];
}

/** A call that gets an error. One of a transaction is kept for a person to look at, because nobody will send it again. */
export interface Misunderstood {
  error: RpcError;
  ofTransaction: boolean;
}

/** Reads a station's call: is there such an action, is it offered, does it fit its schema, what does it say. */
export function understand(
  { action, payload, note }: Extract<Frame, { kind: "call" | "send" }>,
  version: Version,
  receivedAt: Date,
): Understood | Misunderstood {
  const adapter = dialects[version].inbound(action);
  if (!adapter) return { error: notTaken(version, action), ofTransaction: false };
  const ofTransaction = adapter.ofTransaction === true;

  const verdict = validateRequest(version, action, payload, usualQuirks);
  if (!verdict.ok) return { error: new RpcError(verdict.kind, `${verdict.path} ${verdict.message}`), ofTransaction };

  const notes = [...(note ? [note] : []), ...verdict.notes];
  try {
    const report = adapter.toReport(verdict.payload, { receivedAt, note: (text) => notes.push(text) });
    return { adapter, report, notes };
  } catch (error) {
    if (error instanceof RpcError) return { error, ofTransaction };
    throw error;
  }
}

function notTaken(version: Version, action: string) {
  if (senderOf(version, action) === undefined) {
    return new RpcError("not-implemented", `OCPP ${version} has no action ${action.slice(0, 50)}`);
  }
  return new RpcError("not-supported", `${action} is sent to stations, not by them`);
}
