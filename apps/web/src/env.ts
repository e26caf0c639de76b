import { z } from "zod";

/** Whether this is the hot-reloading build; the bundler puts a constant here. */
export const isDevelopment = process.env.NODE_ENV === "development";

/** Whether this bundle runs on Node, and not at some edge; the bundler puts a constant here. */
export const runsOnNode = process.env.NEXT_RUNTIME === "nodejs";

/** The names of the files in messages/; the bundler puts a constant here. */
export const languages = (process.env.LANGUAGES ?? "en").split(",");

const flag = z.enum(["true", "false", "1", "0"]).transform((word) => word === "true" || word === "1");

const schema = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "must be a PostgreSQL address, postgresql://user:password@host:5432/name",
  }),
  WEB_PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  AUTH_SECRET: z.string().min(32, "must be at least 32 characters of chance"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be the address people open, https://console.example" })
    .optional(),
  GATEWAY_PUBLIC_URL: z
    .url({ protocol: /^wss?$/, error: "must be the address stations dial, wss://ocpp.example/ocpp" })
    .optional(),
  TRUST_PROXY: flag.default(false),
  ADMIN_API_KEY: z
    .string()
    .min(32, "must be at least 32 characters of chance")
    .regex(/^[\x21-\x7e]+$/, "must be letters, digits and signs without spaces")
    .optional(),
  API_REQUESTS_PER_SECOND: z.coerce.number().min(1, "must be at least 1").max(1_000_000).default(200),
  ALLOW_INSECURE_WEBHOOKS: z
    .string()
    .default("")
    .transform((text) => text.split(/[\s,]+/).filter((host) => host !== ""))
    .refine(
      (hosts) => hosts.every((host) => /^[\w.[\]:-]+$/.test(host)),
      "must be hosts like receiver.lab:8080, between commas",
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be the address of a mail server, smtps://user:password@host:465" })
    .optional(),
  MAIL_FROM: z.string().min(3).default("Chargehand <chargehand@localhost>"),
  DATA_DIR: z.string().min(1).default(".data"),
  FIRMWARE_LIMIT_MIB: z.coerce.number().positive().max(1_048_576).default(4_096),
  // Only where the simulator runs beside the console, as under npm start.
  SIMULATOR_URL: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/, error: "must be on this machine" }).optional(),
  SIMULATOR_SECRET: z.string().min(16).optional(),
  STATION_SECRET_PEPPER: z.string().min(32, "must be at least 32 characters of chance"),
});

export type Env = z.output<typeof schema>;

/** The console's environment, read once; refuses to go on with a sentence for each thing to fix. */
export function env(): Env {
  known ??= parse(process.env);
  return known;
}

let known: Env | undefined;

function parse(source: NodeJS.ProcessEnv): Env {
  // An empty variable counts as not said, as everywhere in this house.
  const said = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(said);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  throw new Error(`The console cannot start with this environment: ${faults.join("; ")}.`);
}
