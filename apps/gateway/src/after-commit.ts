import type { Decision } from "@chargehand/domain/decision";
import type { Report } from "@chargehand/domain/report";
import type { Call, Reply } from "./call";
import type { ConnectedStation } from "./connected-station";
import type { House } from "./house";

/** What follows from a call once its answer is out: what is counted, shown live, or now allowed. */
export function afterCommit(
  call: Call,
  report: Report,
  reply: Reply,
  decision: Decision,
  station: ConnectedStation,
  house: House,
) {
  const { journal, live, metrics } = house;
  journal.seen(station.id, call.receivedAt);
  live.note(station.id, decision.changes);
  metrics.countMessage(station.link.version, reply.verdict);
  metrics.answerSeconds.observe((Date.now() - call.receivedAt.getTime()) / 1000);

  const skew = clockSkew(report, call.receivedAt);
  if (skew !== undefined) station.clockSkewMs = skew;
  if (report.type === "booted") station.readyAt = 0;
}

// Only what speaks of now tells of the clock: what was reported later than it happened would look like a slow one.
function clockSkew(report: Report, receivedAt: Date): number | undefined {
  const at =
    report.type === "connector-status"
      ? report.connectors[0]?.at
      : report.type === "session" && !report.offline
        ? report.at
        : undefined;
  if (!at) return undefined;
  const skew = at.getTime() - receivedAt.getTime();
  return Math.abs(skew) <= longestSkewMs ? skew : Math.sign(skew) * longestSkewMs;
}

// The column holds 32 bits: some 24 days, and a clock that says 1970 is no less wrong for that.
const longestSkewMs = 2_000_000_000;
