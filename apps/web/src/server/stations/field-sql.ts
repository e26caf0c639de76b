import { ageInSeconds, numberOf } from "../../features/filter/fields";
import type { stationFields } from "../../features/stations/station-fields";
import type { Context } from "../context";
import { type FieldSql, type FilterSql, likePattern, oneOf, textIs } from "../filter/where";
import { containing, type SqlParameters } from "../sql";
import { statesSql } from "./states-sql";

export type Lookup = Pick<Context, "pool" | "clock">;

/** What the fields of a station mean over station `s`. What is found first is handed in, so that the plan knows how few they are. */
export function stationFieldSql({ pool, clock }: Lookup, parameters: SqlParameters): FilterSql<typeof stationFields> {
  const text = (column: string) => textIs(column, parameters);
  return {
    fields: {
      status: ({ values }) => statesSql({ pool }, values, parameters),
      site: async (part) => inSites({ pool }, part.values, parameters),
      fw: versionIs("s.firmware_version", "s.firmware_key", parameters),
      seen: ({ compare, values }) => {
        const [age = 0] = values.map((value) => ageInSeconds(value) ?? 0);
        const then = parameters.add(new Date(clock().getTime() - age * 1_000));
        // Longer ago is an earlier time; what never spoke was silent for longer than anything.
        return compare === "<" || compare === "<="
          ? `s.last_seen_at > ${then}::timestamptz`
          : `coalesce(s.last_seen_at < ${then}::timestamptz, TRUE)`;
      },
      connected: ({ values }) =>
        values.includes("yes") ? (values.includes("no") ? "TRUE" : "s.connected") : "NOT s.connected",
      version: oneOf("s.version", parameters),
      vendor: text("s.vendor"),
      model: text("s.model"),
      error: async (part) => {
        const says = sqlOver(part.values, parameters);
        return `EXISTS (SELECT FROM connector c WHERE c.station_id = s.id AND c.status = 'faulted' AND s.connected
          AND (${says("c.error_code")} OR ${says("c.vendor_error_code")}))`;
      },
      power: async ({ compare, values }) => {
        const limits = values.map((value) => (numberOf(value) ?? 0) * 1_000);
        const holds = limits.map(
          (limit) => `sum(power_w) ${compare === "is" ? "=" : compare} ${parameters.add(limit)}::float8`,
        );
        return `s.id IN (SELECT station_id FROM session WHERE status = 'open' GROUP BY station_id HAVING ${holds.join(" OR ")})`;
      },
      tag: ({ values }) =>
        values
          .map((value) =>
            value.includes("*")
              ? `EXISTS (SELECT FROM unnest(s.tags) tag WHERE tag LIKE ${parameters.add(likePattern(value))})`
              : `s.tags @> ARRAY[${parameters.add(value.toLowerCase())}]::text[]`,
          )
          .join(" OR "),
      id: text("s.identity"),
      serial: text("s.serial_number"),
      approval: oneOf("s.approval", parameters),
    },
    async word(word) {
      const pattern = containing(word);
      const sites = await sitesWith({ pool }, "lower(name) LIKE $1", pattern);
      const inName = `${wordsOfStation} LIKE ${parameters.add(pattern)}`;
      return sites.length === 0 ? inName : `${inName} OR s.site_id = ANY(${parameters.add(sites)}::int[])`;
    },
  };

  /** Versions by their order; equal ones may be written differently. */
  function versionIs(column: string, key: string, into: SqlParameters): FieldSql {
    const same = textIs(column, into);
    return async (part) =>
      part.compare === "is"
        ? `${await same(part)} OR ${key} = ANY(SELECT version_key(v) FROM unnest(${into.add(plain(part.values))}::text[]) v)`
        : part.values.map((value) => `${key} ${part.compare} version_key(${into.add(value)})`).join(" OR ");
  }

  async function inSites(database: Pick<Context, "pool">, values: string[], into: SqlParameters) {
    const sites = await sitesWith(database, "lower(name) LIKE ANY($1)", values.map(likePattern));
    return `s.site_id = ANY(${into.add(sites)}::int[])`;
  }
}

const plain = (values: readonly string[]) => values.filter((value) => !value.includes("*"));

/** The same values over several columns. */
const sqlOver = (values: string[], parameters: SqlParameters) => (column: string) =>
  `(${textIs(column, parameters)({ compare: "is", values })})`;

async function sitesWith({ pool }: Pick<Context, "pool">, condition: string, value: string | string[]) {
  const { rows } = await pool.query<{ id: number }>(`SELECT id FROM site WHERE ${condition}`, [value]);
  return rows.map(({ id }) => id);
}

// The index `station_words` is over exactly this expression.
const wordsOfStation = `lower(s.identity || ' ' || coalesce(s.name, '') || ' ' || coalesce(s.vendor, '') || ' ' ||
  coalesce(s.model, '') || ' ' || coalesce(s.serial_number, '') || ' ' || coalesce(s.firmware_version, ''))`;
