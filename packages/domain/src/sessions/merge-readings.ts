import type { Reading } from "../reading";
import type { SessionState } from "../station-state";
import { isSince2012 } from "../station-time";
import { withAttention } from "./attention";
import { copySession } from "./copy-session";

/** Registers are read to a watt-hour or ten; less than this backwards is rounding. */
const roundingWh = 1;

/** Adds meter readings to a session's summary, in whatever order they arrive: the latest by the station's time counts. */
export function mergeReadings(session: SessionState, readings: readonly Reading[]): SessionState {
  return readings.reduce(mergeReading, session);
}

function mergeReading(session: SessionState, reading: Reading): SessionState {
  const { at, energyWh, powerW, stateOfCharge } = reading;
  const latest = !session.meterAt || at >= session.meterAt;
  const merged = copySession(session);
  if (latest) {
    merged.meterAt = at;
    merged.powerW = powerW ?? session.powerW;
    merged.stateOfCharge = stateOfCharge ?? session.stateOfCharge;
  }
  merged.stateOfChargeStart = session.stateOfChargeStart ?? stateOfCharge;
  merged.meterWh = mergeEnergy(session, energyWh, latest);
  merged.peakW = mergePeak(session, reading);
  if (isEarliest(session, reading)) {
    merged.meterStartWh = energyWh;
    merged.meterStartAt = at;
  }
  return goesBackwards(session, reading, latest) ? withAttention(merged, "meter-backwards") : merged;
}

const mergeEnergy = ({ meterWh }: SessionState, energyWh: number | undefined, latest: boolean) =>
  latest ? (energyWh ?? meterWh) : (meterWh ?? energyWh);

function mergePeak({ peakW }: SessionState, { powerW, offeredW }: Reading): number | undefined {
  const highest = Math.max(peakW ?? 0, powerW ?? 0, offeredW ?? 0);
  return highest > 0 ? highest : peakW;
}

/** A session begins at the earliest register that was said of it, whatever came first. */
function isEarliest({ meterStartWh, meterStartAt }: SessionState, { at, energyWh }: Reading): boolean {
  if (energyWh === undefined) return false;
  if (meterStartWh === undefined) return true;
  return meterStartAt !== undefined && at < meterStartAt && isSince2012(at);
}

/** Less than something earlier, or more than something later. */
function goesBackwards(
  { meterWh, meterStartWh, meterStartAt }: SessionState,
  { at, energyWh }: Reading,
  latest: boolean,
): boolean {
  if (energyWh === undefined) return false;
  const disagrees = (known: number | undefined, isLater: boolean) =>
    known !== undefined && (isLater ? energyWh < known - roundingWh : energyWh > known + roundingWh);
  return disagrees(meterWh, latest) || (meterStartAt !== undefined && disagrees(meterStartWh, at >= meterStartAt));
}
