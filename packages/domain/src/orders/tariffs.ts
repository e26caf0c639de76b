import type { Tariff } from "../tariffs/tariff";

/** What an operator can tell a station about prices. */
export type TariffCommand =
  /** By which the station counts by itself; evse 0: everywhere. */
  | { type: "set-tariff"; evse: number; tariff: Tariff }
  | { type: "read-tariffs" }
  /** Without a name: all of them. */
  | { type: "clear-tariffs"; tariff?: string }
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
