import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { z } from "zod";
import { root } from "./fingerprint.mjs";
import { Sentence } from "./sentence";

export interface Settings {
  dataDir: string;
  /** A PostgreSQL of the operator's own; the embedded one is used when there is none. */
  databaseUrl?: string;
  /** Where the embedded one listens; any free port when not said. */
  databasePort?: number;
  gatewayPort: number;
  webPort: number;
  publicUrl?: string;
  gatewayPublicUrl?: string;
  demoStations: number;
  /** Whether the console may ask the simulator for stations and trouble. */
  simulator: boolean;
  admin: { email: string; password: string; generated: boolean };
}

const port = z.coerce.number().int().min(1, "is no port").max(65_535, "is no port");

const variables = z.object({
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "is no PostgreSQL address (postgresql://…)")
    .optional(),
  DATABASE_PORT: port.optional(),
  GATEWAY_PORT: port.default(9000),
  WEB_PORT: port.default(3000),
  PUBLIC_URL: z.string().optional(),
  GATEWAY_PUBLIC_URL: z.string().optional(),
  DEMO_STATIONS: z.coerce
    .number("is no number")
    .int("is no whole number")
    .min(0, "is below 0")
    .max(500, "is above 500, which is more than a demo; see npm run simulate")
    .default(25),
  // "off" where there are only real chargers.
  SIMULATOR: z.enum(["on", "off"], "is neither on nor off").default("on"),
  ADMIN_EMAIL: z.email("is no e-mail address").default("admin@chargehand.local"),
  ADMIN_PASSWORD: z.string().min(12, "has fewer than 12 characters").optional(),
  // The console reads it itself; a wrong one is better said before anything is built.
  ADMIN_API_KEY: z.string().min(32, "has fewer than 32 characters").optional(),
});

/** What `npm start` was told by the environment; an empty variable counts as not said. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const said = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const { success, data, error } = variables.safeParse(said);
  if (!success) {
    const [issue] = error.issues;
    throw new Sentence(`The environment variable ${issue?.path.join(".")} ${issue?.message}.`);
  }
  return {
    dataDir: resolve(root, data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    databasePort: data.DATABASE_PORT,
    gatewayPort: data.GATEWAY_PORT,
    webPort: data.WEB_PORT,
    publicUrl: data.PUBLIC_URL,
    gatewayPublicUrl: data.GATEWAY_PUBLIC_URL,
    demoStations: data.DEMO_STATIONS,
    simulator: data.SIMULATOR === "on",
    admin: {
      email: data.ADMIN_EMAIL,
      password: data.ADMIN_PASSWORD ?? randomBytes(12).toString("base64url"),
      generated: data.ADMIN_PASSWORD === undefined,
    },
  };
}
