import { join, resolve } from "node:path";
import { z } from "zod";

const flag = z.enum(["true", "false", "1", "0"]).transform((text) => text === "true" || text === "1");
const seconds = (fallback: number) => z.coerce.number().positive().default(fallback);
const kibibytes = (fallback: number) => z.coerce.number().min(1).max(10_485_760).default(fallback);
const days = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const variables = z.object({
  DATABASE_URL: z.string().startsWith("postgres", "must be a PostgreSQL address, postgresql://…"),
  GATEWAY_HOST: z.string().default("0.0.0.0"),
  GATEWAY_PORT: z.coerce.number().int().min(0).max(65535).default(9000),
  STATION_SECRET_PEPPER: z.string().min(16, "must have 16 characters or more, the same ones on every start"),
  UNKNOWN_STATIONS: z.enum(["approve", "accept", "refuse"]).default("approve"),
  UNKNOWN_TOKENS: z.enum(["reject", "accept"]).default("reject"),
  REVOKED_TOKENS: z.enum(["ask", "stop"]).default("ask"),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  DRAIN_SECONDS: z.coerce.number().min(0).default(25),
  CALL_TIMEOUT_SECONDS: seconds(30),
  HEARTBEAT_SECONDS: z.coerce.number().int().min(1).default(300),
  PING_SECONDS: seconds(20),
  SETTLE_SECONDS: seconds(5),
  TICK_SECONDS: seconds(1),
  INVENTORIES_AT_ONCE: z.coerce.number().int().min(0).default(5),
  INVENTORY_AFTER_SECONDS: z.coerce.number().min(0).default(60),
  LISTS_AT_ONCE: z.coerce.number().int().min(1).default(50),
  RETENTION_FRAME_DAYS: days(30),
  RETENTION_SAMPLE_DAYS: days(90),
  DATA_DIR: z.string().min(1).default(".data"),
  GATEWAY_PUBLIC_URL: z
    .url({ protocol: /^wss?$/, error: "must be the address stations dial, wss://ocpp.example/ocpp" })
    .default("ws://localhost:9000/ocpp"),
  RETENTION_FILE_DAYS: days(90),
  FILE_LIMIT_MIB: z.coerce.number().positive().max(65_536).default(256),
  FIRMWARE_ADDRESS_DAYS: days(7),
  FIRMWARE_STATION_KIB_PER_SECOND: kibibytes(2_048),
  FIRMWARE_KIB_PER_SECOND: kibibytes(51_200),
});

/** What this process was told from outside, already understood. */
export type Settings = ReturnType<typeof readSettings>;

/** Reads the environment; throws a sentence that says of each mistake what to fix. */
export function readSettings(source: Readonly<Record<string, string | undefined>> = process.env) {
  const parsed = variables.safeParse(source);
  if (!parsed.success) {
    throw new Error(`${parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")}.`);
  }
  const env = parsed.data;

  return {
    databaseUrl: env.DATABASE_URL,
    host: env.GATEWAY_HOST,
    port: env.GATEWAY_PORT,
    pepper: env.STATION_SECRET_PEPPER,
    unknownStations: env.UNKNOWN_STATIONS,
    unknownTokens: env.UNKNOWN_TOKENS,
    /** What becomes of a session whose token was revoked: a person decides, or it is stopped. */
    revocation: env.REVOKED_TOKENS,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    drainSeconds: env.DRAIN_SECONDS,
    callTimeoutSeconds: env.CALL_TIMEOUT_SECONDS,
    heartbeatSeconds: env.HEARTBEAT_SECONDS,
    pingSeconds: env.PING_SECONDS,
    /** A station that comes back without a boot message is left alone this long before it is told anything. */
    settleSeconds: env.SETTLE_SECONDS,
    tickSeconds: env.TICK_SECONDS,
    /** Of the whole fleet; 0: variables are never read unbidden. */
    inventoriesAtOnce: env.INVENTORIES_AT_ONCE,
    inventoryAfterSeconds: env.INVENTORY_AFTER_SECONDS,
    /** To how many stations of a gateway their list of tokens is on its way at once. */
    listsAtOnce: env.LISTS_AT_ONCE,
    retentionFrameDays: env.RETENTION_FRAME_DAYS,
    retentionSampleDays: env.RETENTION_SAMPLE_DAYS,
    /** What stations send us as files lies here; the console reads it from the same disk. */
    filesFolder: join(resolve(env.DATA_DIR), "files"),
    fileLimitBytes: env.FILE_LIMIT_MIB * 1024 * 1024,
    retentionFileDays: env.RETENTION_FILE_DAYS,
    /** Images of the library lie here; the console writes them. */
    firmwareFolder: join(resolve(env.DATA_DIR), "firmware"),
    /** How fast they are handed out, in bytes a second: to one station, and to all of this gateway together. */
    firmwarePace: { station: env.FIRMWARE_STATION_KIB_PER_SECOND * 1024, all: env.FIRMWARE_KIB_PER_SECOND * 1024 },
    /** So long after it is to be fetched the address of an image is good. */
    firmwareDays: env.FIRMWARE_ADDRESS_DAYS,
    /** The address that stations dial, from which the one for files is made. */
    publicUrl: env.GATEWAY_PUBLIC_URL,
  };
}
