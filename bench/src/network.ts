import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "@chargehand/db/migrate";
import { startPostgres } from "@chargehand/run/embedded-postgres";
import { freePort } from "@chargehand/run/ports";
import { gatewayProgram } from "@chargehand/run/programs";
import { waitFor } from "@chargehand/run/wait-for";
import pg from "pg";
import { type Child, start } from "./child";
import { benchStations } from "./station-script";

/** A database and a gateway as they are in production, with stations that need no password. */
export interface Network {
  gateway: Child<never>;
  gatewayPort: number;
  /** The first process of PostgreSQL; the others are its children. */
  postgresPid: number;
  ask(sql: string): Promise<pg.QueryResultRow[]>;
  metrics(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts both, with `count` stations of the three versions in turn. */
export async function startNetwork(count: number, { nodeArgs }: { nodeArgs: string[] }): Promise<Network> {
  const folder = mkdtempSync(join(tmpdir(), "chargehand-bench-"));
  const postgres = await startPostgres({ dataDir: join(folder, "postgres"), port: await freePort(21_400, 21_450) });
  await deploy(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(
    `INSERT INTO station (identity, identity_folded, approval, passwordless, security_profile)
     SELECT identity, lower(identity), 'approved', true, 0 FROM unnest($1::text[]) AS identity`,
    [benchStations(count).map(({ identity }) => identity)],
  );
  await client.query("VACUUM ANALYZE");

  const gatewayPort = await freePort(21_450, 21_499);
  const { cwd, args } = gatewayProgram("built");
  const gateway = start<never>(
    { cwd, args: [...nodeArgs, ...args] },
    {
      DATABASE_URL: postgres.url,
      GATEWAY_HOST: "127.0.0.1",
      GATEWAY_PORT: String(gatewayPort),
      STATION_SECRET_PEPPER: "a benchmark has no secrets",
      UNKNOWN_STATIONS: "refuse",
      UNKNOWN_TOKENS: "accept",
      LOG_LEVEL: "warn",
      DRAIN_SECONDS: "2",
    },
  );
  const get = async (page: string) => (await fetch(`http://127.0.0.1:${gatewayPort}${page}`)).text();
  await waitFor(() => get("/readyz"), { what: "the gateway to open", timeoutMs: 20_000 });

  return {
    gateway,
    gatewayPort,
    postgresPid: postgres.pid,
    ask: async (sql) => (await client.query(sql)).rows,
    metrics: () => get("/metrics"),
    async stop() {
      await gateway.stop();
      await client.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
