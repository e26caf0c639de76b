import { tokenStandings } from "@chargehand/domain/authorization";
import { z } from "zod";
import type { TokenRow } from "../../../features/tokens/token-view";
import { number, time } from "./shared";

const tokenPlace = z
  .union([z.object({ site: number }), z.object({ station: number, evse: number.optional() })])
  .meta({ id: "TokenPlace" });

export const token = z
  .object({
    id: number,
    value: z.string(),
    kind: z.string(),
    group: z.string().nullable(),
    note: z.string().nullable(),
    masterPass: z.boolean().describe("Its group ends everybody's charging, and begins none."),
    status: z.enum(tokenStandings).describe("no-credit: what was paid in advance is used up."),
    validFrom: time.nullable(),
    expiresAt: time.nullable(),
    maxSessions: number.nullable().describe("How many sessions it may have at once; any number when null."),
    maxEnergyWh: z.number().nullable().describe("What each of its sessions may have at most; any amount when null."),
    maxSeconds: number.nullable().describe("How long each of its sessions may last; any time when null."),
    maxCost: z
      .string()
      .nullable()
      .describe(
        "What each of its sessions may cost, a decimal number in the currency of its tariff; any sum when null.",
      ),
    places: z.array(tokenPlace).nullable().describe("Where it may charge; everywhere when null."),
    connectorTypes: z.array(z.string()).describe("The only types of connectors it may use; any when empty."),
    priority: z.int().nullable().describe("Where power is short, who goes first: -9 to 9."),
    message: z.string().nullable().describe("What a station shows to the driver (2.x)."),
    language: z.string().nullable(),
    lastUsedAt: time.nullable(),
    createdAt: time,
    charging: z
      .object({ sessionId: number, station: z.string().describe("Its name on the wire.") })
      .nullable()
      .describe("Where it charges now, at its newest session."),
    running: z.int().min(0).describe("How many sessions it has now."),
  })
  .meta({ id: "Token" });

export const toToken = (row: TokenRow): z.input<typeof token> => ({
  id: Number(row.id),
  value: row.value,
  kind: row.kind,
  group: row.group ?? null,
  note: row.note ?? null,
  masterPass: row.masterPass,
  status: row.standing,
  validFrom: row.validFrom ?? null,
  expiresAt: row.expiresAt ?? null,
  maxSessions: row.maxSessions ?? null,
  maxEnergyWh: row.maxEnergyWh ?? null,
  maxSeconds: row.maxSeconds ?? null,
  maxCost: row.maxCost ?? null,
  places: row.places ?? null,
  connectorTypes: row.connectorTypes ?? [],
  priority: row.priority ?? null,
  message: row.message ?? null,
  language: row.language ?? null,
  lastUsedAt: row.lastUsedAt ?? null,
  createdAt: row.createdAt,
  charging: row.charging ? { sessionId: Number(row.charging.sessionId), station: row.charging.station } : null,
  running: row.running,
});
