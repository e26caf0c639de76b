import { hashSecret } from "@chargehand/db/station-secret";
import { foldToken } from "@chargehand/domain/vocabulary";
import { demoPlan, demoTokens } from "@chargehand/simulator/demo-plan";
import type { Client } from "pg";

const sites = [
  {
    ...{ name: "Köln Süd", timeZone: "Europe/Berlin", address: "Bonner Straße 271, 50968 Köln" },
    at: [50.9047, 6.9634],
  },
  {
    ...{ name: "Rotterdam Alexandrium", timeZone: "Europe/Amsterdam", address: "Watermanweg 120, 3067 GA Rotterdam" },
    at: [51.9531, 4.5527],
  },
  {
    ...{ name: "Utrecht Lage Weide", timeZone: "Europe/Amsterdam", address: "Atoomweg 63, 3542 AA Utrecht" },
    at: [52.1166, 5.0461],
  },
] as const;

/**
 * Commissions the stations that the simulator plays: three sites, their stations with one secret for all, the tokens of
 * their drivers. Harmless to repeat; what an operator has changed since stays changed.
 */
export async function seedDemoNetwork(
  database: Client,
  { stations, secret, pepper }: { stations: number; secret: string; pepper: string },
): Promise<void> {
  await database.query("BEGIN");
  await seedTokens(database);
  const siteIds = await seedSites(database);
  const plan = demoPlan(stations);
  const hashes = plan.map(() => hashSecret(secret, pepper));
  await database.query(
    `INSERT INTO station (identity, identity_folded, name, site_id, approval, security_profile, secret_hash, secret_salt)
     SELECT identity, lower(identity), name, site_id, 'approved', 1, hash, salt
     FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::text[])
       AS demo(identity, name, site_id, hash, salt)
     ON CONFLICT (identity) DO NOTHING`,
    [
      plan.map(({ identity }) => identity),
      plan.map(
        ({ site }, index) => `${sites[site]?.name} ${1 + index - plan.findIndex((other) => other.site === site)}`,
      ),
      plan.map(({ site }) => siteIds[site]),
      hashes.map(({ hash }) => hash),
      hashes.map(({ salt }) => salt),
    ],
  );
  await database.query("COMMIT");
}

/** The ids of the demo's sites, in the order of the plan's numbers. */
async function seedSites(database: Client): Promise<(number | undefined)[]> {
  await database.query(
    `INSERT INTO site (name, time_zone, address, latitude, longitude)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::float8[])
     ON CONFLICT (name) DO NOTHING`,
    [
      sites.map(({ name }) => name),
      sites.map(({ timeZone }) => timeZone),
      sites.map(({ address }) => address),
      sites.map(({ at: [latitude] }) => latitude),
      sites.map(({ at: [, longitude] }) => longitude),
    ],
  );
  const { rows } = await database.query<{ id: number; name: string }>("SELECT id, name FROM site");
  return sites.map(({ name }) => rows.find((row) => row.name === name)?.id);
}

async function seedTokens(database: Client): Promise<void> {
  await database.query(
    `INSERT INTO token (value, folded, kind, note) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
     ON CONFLICT (folded, kind) DO NOTHING`,
    [
      demoTokens.map(({ value }) => value),
      demoTokens.map(({ value }) => foldToken(value)),
      demoTokens.map(({ kind }) => kind.toLowerCase()),
      demoTokens.map(({ holder }) => holder),
    ],
  );
}
