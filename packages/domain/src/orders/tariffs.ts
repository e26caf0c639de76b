import type { Tariff } from "../tariffs/tariff";
import type { TokenRef } from "../vocabulary";

/** What an operator can tell a station about prices. */
export type TariffCommand =
  /** By which the station counts by itself; evse 0: everywhere. */
  | { type: "set-tariff"; evse: number; tariff: Tariff }
  | { type: "read-tariffs" }
  /** Without a name: all of them. */
  | { type: "clear-tariffs"; tariff?: string }
  /** By which the station counts a running session from now on; of the same currency. */
  | { type: "change-tariff"; session: string; tariff: Tariff }
  /** What a driver reads who presented a token, before the charge begins. */
  | { type: "show-price"; token: TokenRef; text: string }
  /** What a session has cost so far, or in the end, for its driver to see. */
  | ({ type: "show-cost"; session: string } & ShownCost);

export interface ShownCost {
  /** As decimal text, in the tariff's currency. */
  total: string;
  currency: string;
  /** It has ended; what is said to the driver. */
  final?: { text: string };
  at: string;
  /** The register, in watt-hours. */
  meterWh?: number;
  charging?: boolean;
  /** The prices behind it. */
  prices?: { perKwh?: string; perHour?: string; perSession?: string };
}
