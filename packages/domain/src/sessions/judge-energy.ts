import type { SessionState } from "../station-state";
import type { Attention } from "../vocabulary";
import { withAttention, withoutAttention } from "./attention";
import { isImplausible } from "./energy";

/** Stations round their times, and some read the meter a moment before they end. */
const unsaidMs = 5_000;

/** Marks what its registers say against a session's energy, and takes back what they say no longer. */
export function judgeEnergy(session: SessionState): SessionState {
  const marked = mark(session, "implausible-energy", isImplausible(session));
  const { meterStartWh, meterEndWh } = marked;
  const backwards = meterStartWh !== undefined && meterEndWh !== undefined && meterEndWh < meterStartWh;
  return mark(backwards ? withAttention(marked, "meter-backwards") : marked, "meter-incomplete", isPartial(marked));
}

const mark = (session: SessionState, reason: Attention, holds: boolean) =>
  holds ? withAttention(session, reason) : withoutAttention(session, reason);

/** The register was not said at its start, or not at its end, so what was charged before the first or after the last reading is not in it. */
function isPartial({ status, endedBy, startedAt, endedAt, ...meter }: SessionState): boolean {
  const { meterStartWh, meterStartAt, meterEndWh, meterAt } = meter;
  if (status !== "ended" || endedBy !== "station" || meterStartWh === undefined) return false;
  const late = startedAt && meterStartAt && meterStartAt.getTime() - startedAt.getTime() > unsaidMs;
  const early = meterEndWh === undefined && endedAt && meterAt && endedAt.getTime() - meterAt.getTime() > unsaidMs;
  return Boolean(late || early);
}
