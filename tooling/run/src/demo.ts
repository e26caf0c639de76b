import { createHash } from "node:crypto";
import pg from "pg";
import type { Door } from "./demo-door";
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
  door,
}: {
  settings: Settings;
  secrets: Secrets;
  databaseUrl: string;
  door: Door | undefined;
}): Promise<DemoFleet> {
  const stations = settings.demoStations;
  // 40 hex digits, as every version can carry them.
  const secret = createHash("sha256").update(secrets.DEMO_SEED).digest("hex").slice(0, 40);
  if (stations > 0) await seed(databaseUrl, { stations, secret, pepper: secrets.STATION_SECRET_PEPPER });
  const url = `ws://127.0.0.1:${settings.gatewayPort}/ocpp`;
  return {
    args: [
      ...["fleet", "--demo", "--stations", String(stations), "--url", url],
      ...(door ? ["--control-port", String(door.port)] : []),
    ],
    env: { STATION_PASSWORD: secret, CONTROL_SECRET: door?.secret },
  };
}

async function seed(databaseUrl: string, network: Parameters<typeof seedDemoNetwork>[1]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await seedDemoNetwork(client, network);
  } finally {
    await client.end();
  }
}
