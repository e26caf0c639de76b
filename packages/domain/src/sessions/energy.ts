import type { SessionState } from "../station-state";

/** What no connector that exists can deliver. */
const megawatt = 1_000_000;
const hourMs = 3_600_000;

/** Energy of a session in watt-hours, from its registers; undefined where they don't tell. Never negative. */
export function sessionEnergyWh({
  meterStartWh,
  meterEndWh,
  meterWh,
}: Pick<SessionState, "meterStartWh" | "meterEndWh" | "meterWh">): number | undefined {
  if (meterStartWh === undefined) return undefined;
  // Some stations end with 0, -1 or less than they began with: then the last sample is the better word.
  const end = meterEndWh !== undefined && meterEndWh >= meterStartWh ? meterEndWh : meterWh;
  return end !== undefined && end >= meterStartWh ? end - meterStartWh : undefined;
}

/** Power is read now and then, and may have been higher between. */
const peakMargin = 2;
/** Below this a reading of power says little about what followed. */
const leastPeakW = 1000;

/**
 * More energy than the connector could have delivered in the time: a register that jumped, or began at a false zero. By
 * the most power that was read or offered where that is known, else by what no connector can.
 */
export function isImplausible(session: SessionState): boolean {
  const energyWh = sessionEnergyWh(session);
  const end = session.endedAt ?? session.meterAt;
  if (energyWh === undefined || !session.startedAt || !end) return false;
  const hours = Math.max(0, end.getTime() - session.startedAt.getTime()) / hourMs;
  const { peakW = 0 } = session;
  const most = peakW >= leastPeakW ? Math.min(megawatt, peakMargin * peakW) : megawatt;
  return energyWh > most * hours + 1000;
}
