import { energySql } from "../sessions/energy-sql";

// Ended for us too where a person closed it; one that runs is counted up to its last reading.
const untilSql = "coalesce(x.ended_at, x.closed_at, x.meter_at, x.started_at)";
const secondsSql = `extract(epoch FROM ${untilSql} - x.started_at)::numeric
  - coalesce(extract(epoch FROM (x.tariff->'before'->>'until')::timestamptz - x.started_at), 0)::numeric`;
const kWhSql = `((round((${energySql})::numeric * 1000) - CASE WHEN ${energySql} = 0 THEN 0
  ELSE round(coalesce((x.tariff->'before'->>'energyWh')::numeric, 0) * 1000) END) / 1000000)`;

/**
 * What session `x` costs by its tariff, in its currency: the same decision as the domain's `sessionCost`, for a million rows
 * that are not fetched. Null where that cannot be known. `digits` holds the currencies whose coin is not a hundredth.
 */
export const moneySql = (digits: string) => {
  const line = (price: string, quantity: string) =>
    `coalesce(round((x.tariff->>'${price}')::numeric * ${quantity}, coalesce((${digits}::jsonb->>(x.tariff->>'currency'))::int, 2)), 0)`;
  return `CASE WHEN x.tariff IS NULL OR x.started_at IS NULL OR (x.tariff ? 'perKwh' AND ${energySql} IS NULL) THEN NULL ELSE
    coalesce((x.tariff->'before'->>'total')::numeric, 0) + ${line("perKwh", kWhSql)}
    + ${line("perMinute", `(greatest(0, ${secondsSql}) / 60)`)}
    + CASE WHEN x.tariff ? 'before' THEN 0 ELSE ${line("perSession", "1")} END END`;
};

/** The currencies whose smallest coin is not a hundredth, with how many digits they have. */
export const oddDigits = () =>
  Object.fromEntries(
    Intl.supportedValuesOf("currency").flatMap((currency) => {
      const { maximumFractionDigits = 2 } = new Intl.NumberFormat("en", {
        style: "currency",
        currency,
      }).resolvedOptions();
      return maximumFractionDigits === 2 ? [] : [[currency, maximumFractionDigits] as const];
    }),
  );
