import { createPool } from "@chargehand/db/pool";
import { hashSecret } from "@chargehand/db/station-secret";
import type { Version } from "@chargehand/ocpp/version";
import { connectRaw, type RawClient, type RawClientOptions } from "@chargehand/simulator/raw-client";
import type {} from "@chargehand/testing/postgres-global-setup";
import { createTestDatabase } from "@chargehand/testing/test-database";
import { waitFor } from "@chargehand/testing/wait-for";
import type { Pool } from "pg";
import { pino } from "pino";
import { readSettings } from "../src/env";
import { startGateway } from "../src/gateway";

export const pepper = "the pepper of the gateway's tests";
export const secret = "0123456789abcdef0123456789abcdef01234567";
export const versions = ["1.6", "2.0.1", "2.1"] as const satisfies Version[];

/** A gateway on a database of its own, with real sockets. */
export interface TestGateway {
  url: string;
  db: Pool;
  databaseUrl: string;
  /** A station that was commissioned without a password, unless one is wanted. */
  addStation(identity: string, options?: StationRow): Promise<number>;
  addToken(value: string, options?: { kind?: string; group?: string; status?: string }): Promise<void>;
  connect(identity: string, version: Version, options?: Partial<RawClientOptions>): Promise<RawClient>;
  /** A station that is known, connected and booted. */
  boot(identity: string, version: Version): Promise<RawClient>;
  /** One row, as soon as there is one. */
  row<Row>(sql: string, ...values: unknown[]): Promise<Row>;
  rows<Row>(sql: string, ...values: unknown[]): Promise<Row[]>;
  events(identity: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

export interface StationRow {
  approval?: string;
  secret?: string;
  securityProfile?: number;
  assumedVersion?: Version;
  passwordless?: boolean;
}

export async function startTestGateway(
  env: Record<string, string> = {},
  database = createTestDatabase(),
): Promise<TestGateway> {
  const { url: databaseUrl, drop } = await database;
  const settings = readSettings({
    DATABASE_URL: databaseUrl,
    GATEWAY_HOST: "127.0.0.1",
    GATEWAY_PORT: "0",
    STATION_SECRET_PEPPER: pepper,
    LOG_LEVEL: "silent",
    DRAIN_SECONDS: "0.2",
    SETTLE_SECONDS: "0.2",
    TICK_SECONDS: "0.1",
    INVENTORIES_AT_ONCE: "0",
    ...env,
  });
  const gateway = await startGateway(settings, pino({ level: settings.logLevel }));
  const url = `ws://127.0.0.1:${gateway.port}/ocpp`;
  const db = createPool(databaseUrl, { max: 4 });
  db.on("error", () => {});

  const rows = async <Row>(sql: string, ...values: unknown[]) =>
    (await db.query<Row & object>(sql, values)).rows as Row[];

  async function addStation(identity: string, row: StationRow = {}): Promise<number> {
    const { approval = "approved", assumedVersion = null, passwordless = !row.secret } = row;
    const hashed = row.secret ? hashSecret(row.secret, pepper) : undefined;
    const [made] = await rows<{ id: number }>(
      `INSERT INTO station (identity, identity_folded, approval, assumed_version, security_profile, passwordless,
         secret_hash, secret_salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      identity,
      identity.toLowerCase(),
      approval,
      assumedVersion,
      row.securityProfile ?? 1,
      passwordless,
      hashed?.hash ?? null,
      hashed?.salt ?? null,
    );
    if (!made) throw new Error("no station was made");
    return made.id;
  }

  const connect = (identity: string, version: Version, options: Partial<RawClientOptions> = {}) =>
    connectRaw({ url: `${url}/${encodeURIComponent(identity)}`, protocols: [`ocpp${version}`], ...options });

  return {
    url,
    db,
    databaseUrl,
    addStation,
    connect,
    rows,
    async addToken(value, { kind = "iso14443", group, status = "active" } = {}) {
      await rows(
        `INSERT INTO token (value, folded, kind, "group", status) VALUES ($1, upper($1), $2, $3, $4)`,
        value,
        kind,
        group ?? null,
        status,
      );
    },
    async boot(identity, version) {
      const known = await rows("SELECT 1 FROM station WHERE identity = $1", identity);
      if (known.length === 0) await addStation(identity);
      const client = await connect(identity, version);
      const answer = await client.call("BootNotification", bootPayload(version));
      if (answer[0] !== 3) throw new Error(`the boot was answered ${JSON.stringify(answer)}`);
      return client;
    },
    row: <Row>(sql: string, ...values: unknown[]) =>
      waitFor(async () => (await rows<Row>(sql, ...values))[0], { what: sql }),
    events: async (identity) =>
      (
        await rows<{ data: Record<string, unknown> }>(
          `SELECT e.data FROM journal.event e JOIN station s ON s.id = e.station_id
           WHERE s.identity = $1 ORDER BY e.xid, e.id`,
          identity,
        )
      ).map(({ data }) => data),
    async stop() {
      await gateway.stop();
      await db.end();
      await drop();
    },
  };
}

export const bootPayload = (version: Version) =>
  version === "1.6"
    ? { chargePointVendor: "Acme", chargePointModel: "One" }
    : { reason: "PowerUp", chargingStation: { vendorName: "Acme", model: "Two" } };

export const statusPayload = (version: Version, status: "available" | "occupied", connector = 1) =>
  version === "1.6"
    ? { connectorId: connector, errorCode: "NoError", status: status === "available" ? "Available" : "Preparing" }
    : {
        timestamp: new Date().toISOString(),
        connectorStatus: status === "available" ? "Available" : "Occupied",
        evseId: connector,
        connectorId: 1,
      };
