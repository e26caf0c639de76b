import type { ReportType } from "@chargehand/domain/report";
import type { SentBy } from "../actions";
import type { AnyInbound, Effect, Inbound, WireCall } from "../dialect";
import type { Request, Response, SentAction, SentPayload } from "../messages";

// 2.0.1 and 2.1 are one dialect: what a station of 2.0.1 says is valid 2.1, so the types are those of 2.1. What we say
// is checked against the station's own version before it is sent.

/** What a station says in 2.x, and how. */
export type Inbound2<A extends SentBy<"station", "2.1">, T extends ReportType> = Inbound<
  Request<"2.1", A>,
  Response<"2.1", A>,
  T
>;

/** An entry for every action that stations may send, answered or not: a missing one does not compile. */
export type InboundTable2 = {
  [A in SentBy<"station", "2.1">]: AnyInbound<Request<"2.1", A>, Response<"2.1", A>>;
} & { [A in SentAction<"2.1">]: AnyInbound<SentPayload<"2.1", A>> };

/** What our calls mean once they are answered: a missing one does not compile. */
export type Effects2 = { [A in SentBy<"csms", "2.1">]: Effect<Request<"2.1", A>, Response<"2.1", A>> };

/** A call, its payload checked against its action. */
export function call<A extends SentBy<"csms", "2.1">>(action: A, payload: Request<"2.1", A> & object): WireCall {
  return { action, payload };
}

/** Why something is refused that cannot be had here yet. */
export const notHere = (additionalInfo: string) => ({ reasonCode: "UnsupportedRequest", additionalInfo });
