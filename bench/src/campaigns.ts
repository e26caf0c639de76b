import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { deploy } from "@chargehand/db/migrate";
import { startPostgres } from "@chargehand/run/embedded-postgres";
import { freePort } from "@chargehand/run/ports";
import { webProgram } from "@chargehand/run/programs";
import { waitFor } from "@chargehand/run/wait-for";
import pg from "pg";
import { start } from "./child";
import { heading, line, rounded } from "./print";
import { secondsOf, secondsOfFamily } from "./processor-time";

export interface CampaignsOptions {
  campaigns: number;
  /** Stations of each campaign. */
  stations: number;
  seconds: number;
}

/** What campaigns cost that go on: processor time of the console and of PostgreSQL for each turn of their engine. */
export async function campaigns({ campaigns, stations, seconds }: CampaignsOptions) {
  heading(`${campaigns} running campaigns of ${stations.toLocaleString("en")} stations each`);
  const folder = mkdtempSync(join(tmpdir(), "chargehand-bench-"));
  const postgres = await startPostgres({ dataDir: join(folder, "postgres"), port: await freePort(21_400, 21_450) });
  const port = await freePort(21_450, 21_499);
  const key = "a benchmark has no secrets".replaceAll(" ", "-").padEnd(40, "-");
  await deploy(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();

  const { cwd, args } = webProgram("built", port);
  const web = start<never>({ cwd, args }, { DATABASE_URL: postgres.url, AUTH_SECRET: key, STATION_SECRET_PEPPER: key });
  try {
    const metrics = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    await waitFor(metrics, { what: "the console to open", timeoutMs: 30_000 });
    const measure = async () => {
      const figures = async () => ({
        ticks: Number(/^chargehand_campaign_tick_seconds_count (\S+)$/m.exec(await metrics())?.[1]),
        web: secondsOf(web.pid),
        postgres: secondsOfFamily(postgres.pid),
      });
      const before = await figures();
      const until = performance.now() + seconds * 1000;
      // As a gateway would: what was queued is proven a moment later, so that there is always something to do.
      while (performance.now() < until) {
        await client.query(
          "UPDATE command SET delivery = 'sent', answer = 'accepted', proof = 'confirmed' WHERE proof = 'none'",
        );
        await client.query("NOTIFY chargehand_events");
        await pause(100);
      }
      const after = await figures();
      return {
        ticks: after.ticks - before.ticks,
        web: after.web - before.web,
        postgres: after.postgres - before.postgres,
      };
    };

    const idle = await measure();
    await fill(client, { campaigns, stations });
    const busy = await measure();
    const { rows } = await client.query("SELECT count(*)::int AS told FROM command");
    const cost = (of: "web" | "postgres") =>
      `${rounded(((busy[of] - (idle[of] * busy.ticks) / idle.ticks) / busy.ticks) * 1000, 1)} ms`;
    line("turns of the engine", busy.ticks);
    line("commands given meanwhile", rows[0]?.told);
    line("console, processor time a turn, above idle turns", cost("web"));
    line("PostgreSQL, processor time a turn, above idle turns", cost("postgres"));
  } finally {
    await web.stop();
    await client.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Campaigns whose stations are all connected, slow enough not to end while they are measured. */
async function fill(client: pg.Client, { campaigns, stations }: Pick<CampaignsOptions, "campaigns" | "stations">) {
  await client.query(
    `INSERT INTO station (id, identity, identity_folded, approval, version, connected, passwordless)
     SELECT n, 'CS-' || n, 'cs-' || n, 'approved', '2.0.1', true, true FROM generate_series(1, $1::int * $2::int) n`,
    [campaigns, stations],
  );
  await client.query(
    `INSERT INTO campaign (id, name, kind, work, pace, status, created_at, created_by, expires_at)
     SELECT n, 'Campaign ' || n, 'command', '{"kind": "command", "command": {"type": "reset", "when": "now"}}',
       '{"atOnce": 5, "onlyIdle": true, "smallSiteBelow": 4}', 'running', now(), 'bench', now() + interval '1 day'
     FROM generate_series(1, $1::int) n`,
    [campaigns],
  );
  await client.query(
    `INSERT INTO campaign_stage (campaign_id, number, status, failure_share, success_share)
     SELECT n, 1, 'running', 1, 1 FROM generate_series(1, $1::int) n`,
    [campaigns],
  );
  await client.query(
    `INSERT INTO campaign_target (campaign_id, station_id, stage, position)
     SELECT 1 + (n - 1) / $2::int, n, 1, n FROM generate_series(1, $1::int * $2::int) n`,
    [campaigns, stations],
  );
  await client.query("ANALYZE");
}
