import type { Authorization } from "./authorization";
import type { ChargingPeriod } from "./charging/period";
import type { ReportType } from "./report";
import type { Limit } from "./sessions/limit";
import type { Tariff } from "./tariffs/tariff";
import type { VendorAnswer } from "./vendors/vendor-message";

/** What the domain decided about a report; a dialect turns it into the answer of its version. */
export type Outcome<T extends ReportType = ReportType> = T extends keyof Outcomes ? Outcomes[T] : Acknowledged;

interface Outcomes {
  /** Without a period there is no such profile of ours. */
  "dynamic-limits-asked": { type: "dynamic-limits"; period?: ChargingPeriod };
  /** What is wrong with it; absent: nothing that can be seen. */
  "vat-number-asked": { type: "vat-number"; fault?: string };
  booted: { type: "booted"; registration: "accepted" | "pending" | "rejected"; intervalSeconds: number };
  /** `tariff`: by which the station is to count what this driver charges. */
  "token-presented": { type: "authorized"; authorization: Authorization; tariff?: Tariff };
  /** `session` is the name on the wire. `authorization` is there when the station asked about a token. */
  session: {
    type: "session";
    session: string;
    authorization?: Authorization;
    /** What it has cost so far, or in the end, as decimal text; absent: not known. */
    cost?: string;
    /** What the station is to keep it to (2.1). */
    limit?: Limit;
    /** What the driver is to read about prices. */
    message?: { text: string; language?: string };
  };
  "data-transfer": { type: "data-transfer"; status: VendorAnswer; reply?: string };
}

export interface Acknowledged {
  type: "acknowledged";
}

/** Outcomes that any report may have; they are answered without its dialect. */
export type Exception =
  /** The station may not say this yet. */
  | { type: "refused"; error: "security"; detail: string }
  /** The same message came before: it gets its first answer again. */
  | { type: "repeated"; answer: string };
