import type { Authorization } from "./authorization";
import type { ReportType } from "./report";

/** What the domain decided about a report; a dialect turns it into the answer of its version. */
export type Outcome<T extends ReportType = ReportType> = T extends keyof Outcomes ? Outcomes[T] : Acknowledged;

interface Outcomes {
  booted: { type: "booted"; registration: "accepted" | "pending" | "rejected"; intervalSeconds: number };
  "token-presented": { type: "authorized"; authorization: Authorization };
  /** `session` is the name on the wire. `authorization` is there when the station asked about a token. */
  session: { type: "session"; session: string; authorization?: Authorization };
  "data-transfer": { type: "data-transfer"; status: "accepted" | "unknown-vendor" };
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
