import type { Reading } from "../reading";
import type { SessionState } from "../station-state";
import { withAttention } from "./attention";

/** Registers are read to a watt-hour or ten; less than this backwards is rounding. */
const roundingWh = 1;

/** Adds meter readings to a session's summary, in whatever order they arrive: the latest by the station's time counts. */
export function mergeReadings(session: SessionState, readings: readonly Reading[]): SessionState {
  return readings.reduce(mergeReading, session);
}

function mergeReading(session: SessionState, { at, energyWh, powerW, stateOfCharge }: Reading): SessionState {
  const latest = !session.meterAt || at >= session.meterAt;
  const merged: SessionState = {
    ...session,
    ...(latest && { meterAt: at }),
    ...(latest && powerW !== undefined && { powerW }),
    ...(latest && stateOfCharge !== undefined && { stateOfCharge }),
    stateOfChargeStart: session.stateOfChargeStart ?? stateOfCharge,
  };
  return energyWh === undefined ? merged : mergeEnergy(merged, energyWh, latest);
}

function mergeEnergy(session: SessionState, energyWh: number, latest: boolean): SessionState {
  const { meterWh, meterStartWh } = session;
  const backwards =
    meterWh !== undefined && (latest ? energyWh < meterWh - roundingWh : energyWh > meterWh + roundingWh);
  const merged = {
    ...session,
    ...((latest || meterWh === undefined) && { meterWh: energyWh }),
    // Without a start of its own, a session begins at the lowest register seen: registers only grow.
    ...(session.startedAt === undefined || meterStartWh === undefined
      ? { meterStartWh: Math.min(meterStartWh ?? energyWh, energyWh) }
      : {}),
  };
  return backwards ? withAttention(merged, "meter-backwards") : merged;
}
