import { z } from "zod";
import type { TokenRow } from "../../../features/tokens/token-view";
import { number, time } from "./shared";

export const token = z
  .object({
    id: number,
    value: z.string(),
    kind: z.string(),
    group: z.string().nullable(),
    note: z.string().nullable(),
    status: z.enum(["active", "blocked"]),
    expiresAt: time.nullable(),
    createdAt: time,
    charging: z
      .object({ sessionId: number, station: z.string().describe("Its name on the wire.") })
      .nullable()
      .describe("Where it charges now."),
  })
  .meta({ id: "Token" });

export const toToken = (row: TokenRow): z.input<typeof token> => ({
  id: Number(row.id),
  value: row.value,
  kind: row.kind,
  group: row.group ?? null,
  note: row.note ?? null,
  status: row.blocked ? "blocked" : "active",
  expiresAt: row.expiresAt ?? null,
  createdAt: row.createdAt,
  charging: row.charging ? { sessionId: Number(row.charging.sessionId), station: row.charging.station } : null,
});
