import type { Circumstances } from "../decision";
import type { Facts } from "../facts";
import type { SessionReport } from "../report";
import { hasSequence } from "../sequence-set";
import type { SessionState } from "../station-state";

/** Whether a message only repeats one that was kept: its key and its content are the same. The payload is asked for only when needed: it is written out then. */
export function isRepetition(
  known: SessionState,
  report: SessionReport,
  facts: Facts,
  circumstances: Circumstances,
): boolean {
  if (report.session === undefined) return true; // 1.6: found by station, connector, token, time and meter start
  if (report.sequence !== undefined) {
    if (!hasSequence(known.seen, report.sequence)) return false;
    const first = facts.firstReport?.found;
    // Its first copy is older than what we keep: nothing says that it is new.
    return !first || sameContent(first.payload, circumstances.payload);
  }
  return (
    report.phase === "ended" &&
    known.endedBy === "station" &&
    known.endedAt?.getTime() === report.at.getTime() &&
    known.meterEndWh === report.meterWh
  );
}

/** A message that waited in the station's queue while the line went comes again marked `offline`: that alone makes no difference. */
function sameContent(a: string, b: string): boolean {
  return a === b || withoutOfflineMark(a) === withoutOfflineMark(b);
}

const withoutOfflineMark = (json: string) =>
  JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === "offline" ? undefined : value));
