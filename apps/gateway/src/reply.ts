import type { Decision } from "@chargehand/domain/decision";
import type { Outcome } from "@chargehand/domain/outcome";
import { encodeError, encodeResult, encodeResultText } from "@chargehand/ocpp/frame";
import { codeOf, RpcError } from "@chargehand/ocpp/rpc-error";
import type { Version } from "@chargehand/ocpp/version";
import type { Call, Reply } from "./call";
import type { Understood } from "./understand";

/** Puts a decision into the words of the station's version. */
export function toReply(call: Call, { adapter }: Understood, { outcome }: Decision, version: Version): Reply {
  if (outcome.type === "refused") return toErrorReply(call, new RpcError("security", outcome.detail), version);
  if (outcome.type === "repeated") {
    return { verdict: "repeated", text: unlessSent(call, () => encodeResultText(call.frame.id, outcome.answer)) };
  }
  return toResult(call, adapter, outcome);
}

/** The answer that a decided call gets. */
export function toResult(call: Call, adapter: Understood["adapter"], outcome: Outcome): Reply {
  const { id, payload } = call.frame;
  const text = unlessSent(call, () => encodeResult(id, adapter.toAnswer(outcome, { now: new Date() }, payload)));
  return { verdict: "ok", text };
}

/** The error that a call gets; its description holds nothing internal. */
export function toErrorReply(call: Call, error: RpcError, version: Version): Reply {
  const text = unlessSent(call, () => encodeError(call.frame.id, error, version));
  return { verdict: codeOf(error.kind, version), text };
}

const unlessSent = ({ frame }: Call, encode: () => string) => (frame.kind === "send" ? undefined : encode());
