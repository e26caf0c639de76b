import { createHash } from "node:crypto";
import pg from "pg";
import { seedDemoNetwork } from "./demo-network";
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
  const stations = settings.demoStations;
  // 40 hex digits, as every version can carry them.
  const secret = createHash("sha256").update(secrets.DEMO_SEED).digest("hex").slice(0, 40);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await seedDemoNetwork(client, { stations, secret, pepper: secrets.STATION_SECRET_PEPPER });
  } finally {
    await client.end();
  }
  const url = `ws://127.0.0.1:${settings.gatewayPort}/ocpp`;
  return {
    args: ["fleet", "--demo", "--stations", String(stations), "--url", url],
    env: { STATION_PASSWORD: secret },
  };
}
