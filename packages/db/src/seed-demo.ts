import { createHmac } from "node:crypto";
import type { Queryable } from "./pool";
import { hashSecret } from "./station-secret";

/** A station of the demo network, as its simulator must introduce itself. */
export interface DemoStation {
  identity: string;
  version: "1.6" | "2.0.1" | "2.1";
  secret: string;
}

/** The tokens that the demo's drivers hold. */
export const demoTokens = [
  { value: "04A2B61C5E6480", kind: "iso14443", note: "Driver card, Anna" },
  { value: "04C81F9A3D7280", kind: "iso14443", note: "Driver card, Bram" },
  { value: "04E05572AB1190", kind: "iso14443", note: "Driver card, Chloé" },
  { value: "0477D3E0915A84", kind: "iso14443", note: "Fleet card, Kraaijeveld 12" },
] as const;

const sites = [
  { name: "Köln Süd", timeZone: "Europe/Berlin", address: "Bonner Straße 271, 50968 Köln" },
  { name: "Rotterdam Alexandrium", timeZone: "Europe/Amsterdam", address: "Watermanweg 120, 3067 GA Rotterdam" },
  { name: "Utrecht Lage Weide", timeZone: "Europe/Amsterdam", address: "Atoomweg 63, 3542 AA Utrecht" },
] as const;

const versions = ["1.6", "2.0.1", "2.1"] as const;

/** Puts the demo network into the database: three sites, their commissioned stations, a few tokens. Harmless to repeat. */
export async function seedDemo(
  db: Queryable,
  { stations, pepper, seed }: { stations: number; pepper: string; seed: string },
): Promise<DemoStation[]> {
  const siteIds = await seedSites(db);
  await seedTokens(db);
  const fleet = Array.from({ length: stations }, (_, index) => demoStation(index, seed));
  const hashes = fleet.map(({ secret }) => hashSecret(secret, pepper));
  await db.query(
    `INSERT INTO station (identity, identity_folded, name, site_id, approval, security_profile, secret_hash, secret_salt)
     SELECT identity, lower(identity), name, site_id, 'approved', 1, hash, salt
     FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::text[])
       AS demo(identity, name, site_id, hash, salt)
     ON CONFLICT (identity) DO NOTHING`,
    [
      fleet.map(({ identity }) => identity),
      fleet.map((_, index) => `${siteOf(index).name} ${Math.floor(index / sites.length) + 1}`),
      fleet.map((_, index) => siteIds.get(siteOf(index).name)),
      hashes.map(({ hash }) => hash),
      hashes.map(({ salt }) => salt),
    ],
  );
  return fleet;
}

function demoStation(index: number, seed: string): DemoStation {
  const identity = `CS-${String(index + 1).padStart(4, "0")}`;
  return {
    identity,
    // Shifted by one at each round of the sites, so that every site has every version.
    version: versions[(index + Math.floor(index / sites.length)) % versions.length] ?? "2.0.1",
    secret: createHmac("sha256", seed).update(identity).digest("hex").slice(0, 40),
  };
}

const siteOf = (index: number) => sites[index % sites.length] ?? sites[0];

async function seedSites(db: Queryable): Promise<Map<string, number>> {
  await db.query(
    `INSERT INTO site (name, time_zone, address) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (name) DO NOTHING`,
    [sites.map(({ name }) => name), sites.map(({ timeZone }) => timeZone), sites.map(({ address }) => address)],
  );
  const { rows } = await db.query<{ id: number; name: string }>("SELECT id, name FROM site WHERE name = ANY($1)", [
    sites.map(({ name }) => name),
  ]);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function seedTokens(db: Queryable): Promise<void> {
  await db.query(
    `INSERT INTO token (value, folded, kind, note)
     SELECT value, upper(value), kind, note FROM unnest($1::text[], $2::text[], $3::text[]) AS demo(value, kind, note)
     ON CONFLICT (folded, kind) DO NOTHING`,
    [demoTokens.map(({ value }) => value), demoTokens.map(({ kind }) => kind), demoTokens.map(({ note }) => note)],
  );
}
