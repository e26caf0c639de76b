import type { Bus } from "@chargehand/bus/bus";
import { type Rounds, startRounds } from "../rounds";
import { type TickContext, tick } from "./tick";

/**
 * Carries campaigns on until it is closed; however many processes do so, one of them works at a time. All it knows is in
 * the database: a process that dies loses nothing.
 */
export function startCampaignEngine({
  bus,
  onTick,
  onError,
  ...context
}: TickContext & {
  bus: Pick<Bus, "publish" | "subscribe">;
  onTick: (seconds: number) => void;
  onError: (error: unknown) => void;
}): Promise<Rounds> {
  async function round(): Promise<boolean> {
    const begun = performance.now();
    const { changed, stations } = await tick(context);
    onTick((performance.now() - begun) / 1000);
    if (changed) bus.publish("events");
    for (const station of stations) bus.publish("commands", String(station));
    return false;
  }
  return startRounds({ bus, round, onError });
}
