import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const firstPort = Number(process.env.E2E_PORT ?? 21_000);
const webPort = firstPort;
const gatewayPort = firstPort + 1;
const databasePort = firstPort + 2;
const dataDir = join(tmpdir(), `chargehand-e2e-${firstPort}`);

/** The one real stack that all stories of a run share: what `npm start` starts, on ports and data of its own. */
export const stack = {
  console: `http://localhost:${webPort}`,
  /** What stations dial, without their name. */
  stations: `ws://127.0.0.1:${gatewayPort}/ocpp`,
  gateway: `http://127.0.0.1:${gatewayPort}`,
  admin: { email: "admin@chargehand.test", password: "a password for stories" },
  dataDir,
  /** For stories that must look behind the console. */
  databaseUrl(): string {
    const secrets: { DATABASE_PASSWORD: string } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));
    return `postgresql://chargehand:${secrets.DATABASE_PASSWORD}@127.0.0.1:${databasePort}/chargehand`;
  },
};

/** How the stack is told where to live. No demo for stories: each brings its own stations. */
export const stackEnvironment: Record<string, string> = {
  WEB_PORT: String(webPort),
  GATEWAY_PORT: String(gatewayPort),
  DATABASE_PORT: String(databasePort),
  DATA_DIR: dataDir,
  DATABASE_URL: "",
  PUBLIC_URL: "",
  GATEWAY_PUBLIC_URL: stack.stations,
  DEMO_STATIONS: process.env.E2E_DEMO_STATIONS ?? "0",
  ADMIN_EMAIL: stack.admin.email,
  ADMIN_PASSWORD: stack.admin.password,
  DRAIN_SECONDS: "1",
  // Stories bring receivers of their own.
  ALLOW_INSECURE_WEBHOOKS: "127.0.0.1",
};
