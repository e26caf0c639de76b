/** What charging costs: prices are decimal texts, never binary fractions. */
export interface Tariff {
  id: number;
  /** Counts its changes. */
  version: number;
  /** The name by which stations know it as it is now: they must not know two tariffs by one name. */
  code: string;
  name: string;
  /** ISO 4217. */
  currency: string;
  perKwh?: string;
  /** For as long as the session lasts. */
  perMinute?: string;
  /** Once. */
  perSession?: string;
  /** What drivers read before they charge. */
  text?: string;
  language?: string;
}

/** The tariff by which a session is counted; not all of them are kept here. */
export interface SessionTariff extends Omit<Tariff, "id" | "version"> {
  /** It began with others: until when those counted, how much of its energy, and what that came to. */
  before?: { until: string; energyWh?: number; total: string };
}

/** The name by which stations know a tariff after so many changes. */
export const tariffCode = ({ id, version }: Pick<Tariff, "id" | "version">) => `tariff-${id}.${version}`;

/** A tariff that a station has for some of its evses, as it tells itself. */
export interface StationTariff {
  name: string;
  /** `driver`: for single drivers, before what counts for everybody. */
  kind: "default" | "driver";
  evses: number[];
  tokens?: string[];
  validFrom?: string;
}

/** What a station counted by itself for a session: sums as decimal text, and all that it told. */
export interface StationCost {
  currency: string;
  total?: string;
  withoutTax?: string;
  /** Why it could not count. */
  failed?: string;
  details: object;
}
