import type { Ocpp16, Ocpp16Sent } from "./generated/ocpp16";
import type { Ocpp21, Ocpp21Sent } from "./generated/ocpp21";
import type { Ocpp201, Ocpp201Sent } from "./generated/ocpp201";
import type { Version } from "./version";

interface Called {
  "1.6": Ocpp16;
  "2.0.1": Ocpp201;
  "2.1": Ocpp21;
}

interface Sent {
  "1.6": Ocpp16Sent;
  "2.0.1": Ocpp201Sent;
  "2.1": Ocpp21Sent;
}

/** The name of a message that is called and answered in a version. */
export type Action<V extends Version> = keyof Called[V] & string;

/** The name of a message that is sent in a version and never answered. */
export type SentAction<V extends Version> = keyof Sent[V] & string;

/** What a call of a version carries. */
export type Request<V extends Version, A extends Action<V>> = Called[V][A] extends { request: infer R } ? R : never;

/** What the answer to a call of a version carries. */
export type Response<V extends Version, A extends Action<V>> = Called[V][A] extends { response: infer R } ? R : never;

/** What a message that is never answered carries. */
export type SentPayload<V extends Version, A extends SentAction<V>> = Sent[V][A];
