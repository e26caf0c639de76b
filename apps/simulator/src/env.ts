import { z } from "zod";

const schema = z.object({
  /** One secret for all stations of a fleet: hex digits in 1.6 are sent as the bytes they stand for. */
  STATION_PASSWORD: z.string().optional(),
  /** Where the gateway listens, when no address is given. */
  GATEWAY_PORT: z.coerce.number().int().min(1).max(65_535).default(9_000),
  /** What somebody has to know who asks this process for stations or for trouble. */
  CONTROL_SECRET: z.string().min(16).optional(),
  /** The file in which a running demo says where it can be asked. */
  DEMO_CONTROL: z.string().min(1).optional(),
});

const parsed = schema.safeParse(process.env);

if (!parsed.success) {
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join(".")}: ${issue?.message}`);
}

/** The environment, read once. */
export const env = parsed.data;
