import type { Delivery } from "@chargehand/domain/command";
import type { DomainEvent } from "@chargehand/domain/event";
import { z } from "zod";
import type { SignedIn } from "../context";
import { type CommandRow, commandById } from "./list";
import { commandOrder, sendCommand } from "./send";
import { type WireOutcome, wireOutcome } from "./wire-outcome";

export const waitingOrder = commandOrder.extend({
  /** How long to wait for the station's answer. */
  waitSeconds: z.number().min(0).max(30).default(20),
});

/** A command with what came of it as far as anybody has waited. */
export interface AwaitedCommand {
  /** False: it is still on its way. */
  settled: boolean;
  command: CommandRow;
  wire: WireOutcome;
}

type Context = Parameters<typeof sendCommand>[0] & Pick<SignedIn, "pool" | "live">;

/** Sends a command and waits for its answer. Whoever leaves before ends the wait, never the command. */
export async function sendAndWait(
  context: Context,
  { waitSeconds, ...order }: z.output<typeof waitingOrder>,
  left: AbortSignal,
): Promise<AwaitedCommand> {
  // Taken before the command is there, so that nothing said of it can be missed.
  const cursor = context.live.cursor();
  const { id } = await sendCommand(context, order);
  await answered(context, id, cursor, AbortSignal.any([left, AbortSignal.timeout(waitSeconds * 1_000)]));

  const [command, wire] = await Promise.all([commandById(context, id), wireOutcome(context, id)]);
  return { settled: isOver(command), command, wire };
}

async function answered(context: Pick<SignedIn, "pool" | "live">, id: number, cursor: string, over: AbortSignal) {
  for await (const message of context.live.stream(cursor, over)) {
    if (message.kind === "events" && message.events.some(({ event }) => isEndOf(id, event))) return;
    // Too much happened meanwhile to be told it all.
    if (message.kind === "refetch" && isOver(await commandById(context, id))) return;
  }
}

const isEndOf = (id: number, event: DomainEvent) =>
  event.type === "command.changed" && event.command === id && isOver(event);

/** The station has said its word, or will not be asked any more; proof may still be to come. */
const isOver = ({ delivery, answer }: { delivery: Delivery; answer?: unknown }) =>
  answer !== undefined || ends.has(delivery);

const ends: ReadonlySet<Delivery> = new Set(["in-doubt", "expired", "cancelled"]);
