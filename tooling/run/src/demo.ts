import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { seedDemo } from "@chargehand/db/seed-demo";
import pg from "pg";
import type { Secrets } from "./secrets";
import type { Settings } from "./settings";

export interface DemoFleet {
  args: string[];
  env: Record<string, string | undefined>;
}

/** Puts the demo network into the database and says how its simulator is to be started. */
export async function prepareDemo({
  settings,
  secrets,
  databaseUrl,
}: {
  settings: Settings;
  secrets: Secrets;
  databaseUrl: string;
}): Promise<DemoFleet> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const stations = await seedDemo(client, {
      stations: settings.demoStations,
      pepper: secrets.STATION_SECRET_PEPPER,
      seed: secrets.DEMO_SEED,
    });
    const file = join(settings.dataDir, "demo-fleet.json");
    writeFileSync(file, `${JSON.stringify({ stations }, null, 2)}\n`, { mode: 0o600 });
    return {
      args: ["fleet", "--demo", "--file", file, "--url", `ws://127.0.0.1:${settings.gatewayPort}/ocpp`],
      env: {},
    };
  } finally {
    await client.end();
  }
}
