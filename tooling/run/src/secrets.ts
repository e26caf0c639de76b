import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Sentence } from "./sentence";

const shape = z.object({
  /** Signs the console's cookies. */
  AUTH_SECRET: z.string().min(32),
  /** Goes into the hash of every station's secret: with another one, no station gets in. */
  STATION_SECRET_PEPPER: z.string().min(32),
  /** Of the embedded PostgreSQL. */
  DATABASE_PASSWORD: z.string().min(16),
  /** What the demo stations' secrets are derived from. */
  DEMO_SEED: z.string().min(16),
});

export type Secrets = z.infer<typeof shape>;

/** Secrets that must be the same at every start: made at the first, kept beside the data, readable by us alone. */
export function keepSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  if (existsSync(file)) return read(file);
  const secrets = {
    AUTH_SECRET: random(),
    STATION_SECRET_PEPPER: random(),
    DATABASE_PASSWORD: random(),
    DEMO_SEED: random(),
  };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function read(file: string): Secrets {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new Sentence(`${file} does not hold the secrets that belong to this data: bring it back from a backup.`);
  }
}

const random = () => randomBytes(32).toString("base64url");
