import { type Command, type Delivery, isDisruptive } from "@chargehand/domain/command";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { z } from "zod";
import { originOf } from "../context";
import { Conflict, Forbidden, NotFound, Offline, Refused, Unsayable } from "../errors";
import { isSecret } from "../variables/secrets";
import { json, type Telling, type Transaction, type Writer, write } from "../write";
import { commandSchema } from "./schema";
import { withoutSecrets } from "./secrets";
import { supportOf } from "./support";

const holdMs = 5_000;
/** A command for a connected station that cannot be delivered by then was overtaken by events. */
const connectedExpiryMs = 60_000;
/** How long we wait for sessions to end, where the station cannot do that by itself. */
const idleExpiryMs = 86_400_000;

export const commandOrder = z.object({
  station: z.int(),
  command: commandSchema,
  /** A disconnected station: say so at once, or keep the command for its return. */
  ifOffline: z.enum(["refuse", "queue"]),
  /** How long a queued command waits. */
  expiresInSeconds: z.int().min(10).max(86_400).default(600),
  /** Keep a disruptive command back for some seconds, so that it can be undone. */
  hold: z.boolean().default(false),
  reason: z.string().trim().max(500).optional(),
});
export type CommandOrder = z.output<typeof commandOrder>;

/** Puts a command into the queue. Whatever can be known to be impossible now is refused now, in words. */
export const sendCommand = (context: Writer, order: CommandOrder): Promise<{ id: number }> =>
  write(context, (tx, tell) => placeCommand(context, tx, tell, order));

/** The same, as part of a greater change. */
export async function placeCommand(
  context: Pick<Writer, "person" | "clock">,
  tx: Transaction,
  tell: Telling,
  order: CommandOrder,
): Promise<{ id: number }> {
  const { station: stationId, reason } = order;
  if (order.command.type === "raw" && !context.person.permissions.has("commands.expert")) {
    throw new Forbidden("commands.expert");
  }
  const station = await tx.station.findUnique({ where: { id: stationId } });
  if (!station) throw new NotFound(`There is no station number ${stationId}.`);
  if (station.approval !== "approved")
    throw new Refused(`${station.identity} is ${station.approval}; approve it first.`);
  if (!station.connected && order.ifOffline === "refuse") throw new Offline(`${station.identity} is offline.`);
  const command = await inTheStationsWords(tx, stationId, order.command);
  refuseImpossible(versionOf(station.version), command);

  const now = context.clock();
  const { delivery, holdUntil, expiresAt } = timesOf(order, station.version, now);
  const { id } = await tx.command.create({
    data: {
      stationId,
      type: command.type,
      command: json(command),
      origin: originOf(context.person),
      requestedBy: context.person.id,
      reason: reason || null,
      createdAt: now,
      delivery,
      holdUntil,
      expiresAt,
    },
  });
  tell.audit({
    action: `command.${command.type}`,
    subject: `station:${stationId}`,
    after: { command: id, ...withoutSecrets(command), ...(reason && { reason }) },
  });
  tell.event({
    station: stationId,
    event: { type: "command.changed", command: id, commandType: command.type, delivery, proof: "none" },
  });
  tell.station(stationId);
  return { id };
}

/** Takes back a command that has not left us. Afterwards is too late, and says so. */
export const cancelCommand = (context: Writer, id: number): Promise<void> =>
  write(context, async (tx, tell) => {
    const [command] = await tx.command.updateManyAndReturn({
      where: { id, delivery: { in: ["held", "queued"] } },
      data: { delivery: "cancelled" },
    });
    if (!command) throw await tooLate(tx, id);
    tell.audit({ action: "command.cancel", subject: `station:${command.stationId}`, after: { command: id } });
    tell.event({
      station: command.stationId,
      event: {
        type: "command.changed",
        command: id,
        commandType: commandSchema.parse(command.command).type,
        delivery: "cancelled",
        proof: "none",
      },
    });
    tell.station(command.stationId);
  });

/** The console names a session by our number; the station knows it by the name on the wire. */
async function inTheStationsWords(tx: Transaction, stationId: number, command: Command): Promise<Command> {
  if (!("session" in command) || command.session === undefined) return command;
  const id = Number(command.session);
  const session = Number.isSafeInteger(id) ? await tx.session.findFirst({ where: { id, stationId } }) : null;
  if (!session) throw new NotFound(`There is no session ${command.session} at this station.`);
  if (session.wireId === null) throw new Refused("The station never gave this session a name to call it by.");
  if (command.type === "stop" && session.status !== "open") throw new Refused("This session is not running any more.");
  return { ...command, session: session.wireId };
}

function refuseImpossible(version: OcppVersion | null, command: Command): void {
  const support = supportOf(version, command);
  if (!support.supported)
    throw version === null ? new Refused(support.reason) : new Unsayable(support.reason, support.path);

  if (command.type === "write-variables" && command.writes.some(({ variable }) => isSecret(variable))) {
    // It would stand readable in the command, and in the frame that carries it.
    throw new Refused("A secret is not written like a setting: give the station a new secret instead.");
  }
}

function timesOf({ command, hold, ifOffline, expiresInSeconds }: CommandOrder, version: string | null, now: Date) {
  const held = hold && isDisruptive(command);
  const from = now.getTime() + (held ? holdMs : 0);
  const delivery: Delivery = held ? "held" : "queued";
  const waitsHere = version === "1.6" && command.type === "reset" && command.when === "idle";
  const connectedMs = waitsHere ? idleExpiryMs : connectedExpiryMs;
  return {
    delivery,
    holdUntil: held ? new Date(from) : null,
    expiresAt: new Date(from + (ifOffline === "queue" ? expiresInSeconds * 1_000 : connectedMs)),
  };
}

async function tooLate(tx: Transaction, id: number) {
  const command = await tx.command.findUnique({ where: { id } });
  if (!command) return new NotFound(`There is no command number ${id}.`);
  return new Conflict(
    command.delivery === "sent" || command.delivery === "in-doubt"
      ? "It has left already: the station may have done it."
      : `It is ${command.delivery} already.`,
  );
}

const versionOf = (stored: string | null): OcppVersion | null =>
  stored === "1.6" || stored === "2.0.1" || stored === "2.1" ? stored : null;
