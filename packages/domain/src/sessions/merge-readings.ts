import type { Reading } from "../reading";
import type { SessionState } from "../station-state";
import { withAttention } from "./attention";
import { copySession } from "./copy-session";

/** Registers are read to a watt-hour or ten; less than this backwards is rounding. */
const roundingWh = 1;

/** Adds meter readings to a session's summary, in whatever order they arrive: the latest by the station's time counts. */
export function mergeReadings(session: SessionState, readings: readonly Reading[]): SessionState {
  return readings.reduce(mergeReading, session);
}

function mergeReading(session: SessionState, { at, energyWh, powerW, stateOfCharge }: Reading): SessionState {
  const latest = !session.meterAt || at >= session.meterAt;
  const merged = copySession(session);
  if (latest) {
    merged.meterAt = at;
    merged.powerW = powerW ?? session.powerW;
    merged.stateOfCharge = stateOfCharge ?? session.stateOfCharge;
  }
  merged.stateOfChargeStart = session.stateOfChargeStart ?? stateOfCharge;
  merged.meterWh = mergeEnergy(session, energyWh, latest);
  merged.meterStartWh = mergeStart(session, energyWh);
  return goesBackwards(session, energyWh, latest) ? withAttention(merged, "meter-backwards") : merged;
}

const mergeEnergy = ({ meterWh }: SessionState, energyWh: number | undefined, latest: boolean) =>
  latest ? (energyWh ?? meterWh) : (meterWh ?? energyWh);

/** Without a start of its own, a session begins at the lowest register seen: registers only grow. */
function mergeStart({ startedAt, meterStartWh }: SessionState, energyWh: number | undefined) {
  if (energyWh === undefined || (startedAt !== undefined && meterStartWh !== undefined)) return meterStartWh;
  return Math.min(meterStartWh ?? energyWh, energyWh);
}

function goesBackwards({ meterWh }: SessionState, energyWh: number | undefined, latest: boolean) {
  if (meterWh === undefined || energyWh === undefined) return false;
  return latest ? energyWh < meterWh - roundingWh : energyWh > meterWh + roundingWh;
}
