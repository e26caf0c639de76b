import { type Command, triggerMessages } from "@chargehand/domain/command";
import { z } from "zod";
import { accessSchemas } from "./schema-access";
import { batterySchemas, chargingSchemas, gridSchemas } from "./schema-charging";
import { displaySchemas } from "./schema-display";
import { maintenanceSchemas } from "./schema-maintenance";
import { networkSchemas } from "./schema-network";
import { reservationSchemas } from "./schema-reservations";
import { variable } from "./schema-variable";

const number = z.int().min(0).max(10_000);
const text = z.string().max(1_000);

/** Settings to change, at most as many as fit in one call. */
export const variableWrites = z
  .array(
    z.object({
      variable,
      attribute: z.enum(["actual", "target", "min-set", "max-set"]).optional(),
      value: z.string().max(2_500),
    }),
  )
  .min(1)
  .max(100);

/** The domain's command, as it comes from a browser. */
export const commandSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("start"),
    evse: number.min(1).optional(),
    connector: number.min(1).optional(),
    token: z.object({ value: z.string().trim().min(1, "A start needs a token.").max(255), kind: z.string().max(40) }),
  }),
  z.object({ type: z.literal("stop"), session: text.min(1) }),
  z.object({
    type: z.literal("reset"),
    when: z.enum(["now", "idle", "soft", "resume"]),
    evse: number.min(1).optional(),
  }),
  z.object({ type: z.literal("unlock"), evse: number.min(1), connector: number.min(1) }),
  z.object({
    type: z.literal("set-availability"),
    operative: z.boolean(),
    evse: number.optional(),
    connector: number.min(1).optional(),
  }),
  z.object({
    type: z.literal("trigger"),
    message: z.enum(triggerMessages),
    evse: number.min(1).optional(),
    connector: number.min(1).optional(),
  }),
  z.object({ type: z.literal("read-variables"), variables: z.array(variable).min(1).max(500).optional() }),
  z.object({ type: z.literal("write-variables"), writes: variableWrites }),
  z.object({ type: z.literal("ask-transaction-status"), session: text.min(1).optional() }),
  ...accessSchemas,
  ...batterySchemas,
  ...chargingSchemas,
  ...gridSchemas,
  ...reservationSchemas,
  ...displaySchemas,
  ...maintenanceSchemas,
  ...networkSchemas,
  z.object({
    type: z.literal("raw"),
    action: z.string().min(1).max(50),
    payload: z.custom<object>(isJsonObject, "A payload is a JSON object."),
  }),
]) satisfies z.ZodType<Command>;

function isJsonObject(value: unknown) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
