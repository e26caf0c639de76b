import type { Command } from "@chargehand/domain/command";
import { foldToken } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import { originOf } from "../context";
import { Forbidden } from "../errors";
import { json, type Telling, type Transaction, type Writer } from "../write";

/** A station that saw a token within this may still have it in its cache. */
export const rememberedDays = 30;

/** What else is to happen when a token may charge no longer. */
export const consequences = z.object({
  /** Stop what it charges now. */
  stopSessions: z.boolean().optional(),
  /** Have the stations that may remember it forget all they remember. */
  clearCaches: z.boolean().optional(),
});
export type Consequences = z.output<typeof consequences>;

/** Gives the commands that follow from revoking a token, in the transaction of the change itself. */
export async function follow(
  { person, clock }: Writer,
  tx: Transaction,
  tell: Telling,
  { value }: { value: string },
  { stopSessions, clearCaches }: Consequences,
): Promise<void> {
  if ((stopSessions || clearCaches) && !person.permissions.has("commands.send")) throw new Forbidden("commands.send");
  const folded = foldToken(value);
  const sessions = stopSessions
    ? await tx.$queryRaw<{ station_id: number; wire_id: string }[]>`
        SELECT x.station_id, x.wire_id FROM session x JOIN station s ON s.id = x.station_id
        WHERE x.status = 'open' AND x.wire_id IS NOT NULL AND NOT x.orphan AND s.approval = 'approved'
          AND upper(btrim(x.token)) = ${folded}`
    : [];
  const stations = clearCaches
    ? await tx.$queryRaw<{ id: number }[]>`
        SELECT DISTINCT s.id FROM session x JOIN station s ON s.id = x.station_id
        WHERE upper(btrim(x.token)) = ${folded} AND s.approval = 'approved'
          AND x.received_at > now() - make_interval(days => ${rememberedDays}::int)`
    : [];
  for (const { station_id, wire_id } of sessions) {
    await give(station_id, { type: "stop", session: wire_id }, "its token may charge no longer");
  }
  for (const { id } of stations)
    await give(id, { type: "clear-cache" }, "a token it may remember may charge no longer");

  async function give(stationId: number, command: Command, reason: string) {
    const now = clock();
    const { id } = await tx.command.create({
      data: {
        stationId,
        type: command.type,
        command: json(command),
        origin: originOf(person),
        requestedBy: person.id,
        reason,
        createdAt: now,
        // A station that is away now must do it when it comes back.
        expiresAt: new Date(now.getTime() + patienceMs),
      },
    });
    tell.audit({
      action: `command.${command.type}`,
      subject: `station:${stationId}`,
      after: { command: id, ...command },
    });
    tell.event({
      station: stationId,
      event: { type: "command.changed", command: id, commandType: command.type, delivery: "queued", proof: "none" },
    });
    tell.station(stationId);
  }
}

const patienceMs = 86_400_000;
