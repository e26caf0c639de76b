import type { Controls } from "../../charger/controls";
import type { Moment } from "./limits";
import type { Unit } from "./profile";
import { wattsPer } from "./watts";

/** What will be allowed over a span, as everything installed makes it. */
export type Composite = {
  startsAt: number;
  unit: Unit;
  periods: { startPeriod: number; limit: number; numberPhases?: number }[];
};

export type CompositeOrder = {
  /** 0 is the station as a whole. */
  evse: number;
  durationSeconds: number;
  unit: Unit | undefined;
};

/** The composite schedule from now on; undefined where there is no such EVSE. */
export function compositeOf(
  { blocks, charger, now }: Controls,
  { durationSeconds, evse: id, unit = "W" }: CompositeOrder,
): Composite | undefined {
  const evse = charger.evse(id);
  if (id !== 0 && !evse) return undefined;
  const { smartCharging } = blocks;
  const supply = evse?.bay.supply ?? { current: "AC", phases: 3, amps: 0 };
  const startsAt = now();
  const end = startsAt + durationSeconds * 1000;

  const periods: Composite["periods"] = [];
  let at: number | undefined = startsAt;
  for (let slices = 0; at !== undefined && at < end && slices < mostSlices; slices += 1) {
    const moment: Moment = { at, idleSince: startsAt };
    const watts = smartCharging.allowed(evse ?? "station", moment);
    const limit = Number((watts / wattsPer(unit, supply)).toFixed(1));
    const startPeriod = Math.round((at - startsAt) / 1000);
    if (periods.at(-1)?.startPeriod === startPeriod) periods.pop();
    if (periods.at(-1)?.limit !== limit) {
      periods.push({ startPeriod, limit, ...(supply.current === "AC" && { numberPhases: supply.phases }) });
    }
    at = smartCharging.nextChange(moment);
  }
  return { startsAt, unit, periods };
}

/** A span of years over a daily schedule is cut here. */
const mostSlices = 1_000;
