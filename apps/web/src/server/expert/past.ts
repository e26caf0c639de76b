import type { Answer, Delivery, Proof } from "@chargehand/domain/command";
import { z } from "zod";
import { commandState } from "../../features/commands/command-view";
import type { PastCall } from "../../features/expert/call-view";
import type { SignedIn } from "../context";
import { coverSecrets } from "../messages/mask";
import { versionOf } from "./calls";
import { inSchemaOrder } from "./in-schema-order";

export const pastCalls = z.object({ station: z.int(), mine: z.boolean().default(false) });

const most = 50;

/** The last calls made by hand: to this station by anybody, or by the asking person to stations that speak as this one. */
export async function listPast(
  { pool, person }: Pick<SignedIn, "pool" | "person">,
  { station, mine }: z.output<typeof pastCalls>,
): Promise<PastCall[]> {
  const { rows } = await pool.query<PastSqlRow>(
    `SELECT m.id, s.identity, m.command->>'action' AS action, m.command->'payload' AS payload, m.created_at, m.delivery,
       m.answer, m.proof, coalesce(u.name, m.requested_by, m.origin) AS by
     FROM command m JOIN station s ON s.id = m.station_id LEFT JOIN "user" u ON u.id = m.requested_by
     WHERE m.type = 'raw' AND m.probe_of IS NULL AND ${
       mine
         ? "m.requested_by = $2 AND s.version = (SELECT version FROM station WHERE id = $1)"
         : "m.station_id = $1 AND $2 <> ''"
     }
     ORDER BY m.id DESC LIMIT ${most}`,
    [station, person.id],
  );
  const calls = rows.map(({ id, identity, action, payload, created_at, delivery, answer, proof, by }) => ({
    id: String(id),
    station: identity,
    action,
    payload: coverSecrets(payload),
    at: created_at,
    by,
    state: commandState({ delivery, answer: answer ?? undefined, proof }),
  }));
  return inSchemaOrder(await versionOf({ pool }, station), calls);
}

interface PastSqlRow {
  id: number;
  identity: string;
  action: string;
  payload: object;
  created_at: Date;
  delivery: Delivery;
  answer: Answer | null;
  proof: Proof;
  by: string;
}
