import type { TokenRef } from "../vocabulary";

/** What an operator can tell a station about who comes later. */
export type ReservationCommand =
  /** Without an evse, any that is free will do. The reservation bears the number of its command. */
  | { type: "reserve"; token: TokenRef; group?: string; evse?: number; connectorType?: string; until: string }
  | { type: "cancel-reservation"; reservation: number };
