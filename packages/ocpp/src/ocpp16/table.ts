import type { ReportType } from "@chargehand/domain/report";
import type { SentBy } from "../actions";
import type { AnyInbound, Effect, Inbound, WireCall } from "../dialect";
import type { Request, Response } from "../messages";

/** What a station says in 1.6, and how. */
export type Inbound16<A extends SentBy<"station", "1.6">, T extends ReportType> = Inbound<
  Request<"1.6", A>,
  Response<"1.6", A>,
  T
>;

/** An entry for every action that stations may send: a missing one does not compile. */
export type InboundTable16 = {
  [A in SentBy<"station", "1.6">]: AnyInbound<Request<"1.6", A>, Response<"1.6", A>>;
};

/** What our calls mean once they are answered: a missing one does not compile. */
export type Effects16 = { [A in SentBy<"csms", "1.6">]: Effect<Request<"1.6", A>, Response<"1.6", A>> };

/** A call, its payload checked against its action. */
export function call<A extends SentBy<"csms", "1.6">>(action: A, payload: Request<"1.6", A> & object): WireCall {
  return { action, payload };
}
