import { type Book, closeBook, type Draft, type IssueDecision, keep, openBook, openIssues } from "./book";
import { end, resolve } from "./end";
import { raise, stationHome } from "./raise";
import type { Signal } from "./signal";
import { hear, lose, raiseSilences } from "./silences";

/**
 * What follows from signals, in their order, and from the time that has passed until `to`. Time passes with the signals: a
 * reader that is behind comes to the same issues as one that was there.
 */
export function decideIssues(book: Book, signals: readonly Signal[], to: Date): IssueDecision {
  const draft = openBook(book);
  let passed = Number.NEGATIVE_INFINITY;
  for (const signal of signals) {
    // A storm is thousands of signals in a second, and nothing is due twice in one.
    if (signal.at.getTime() - passed >= 1_000) {
      passed = signal.at.getTime();
      passTime(draft, signal.at);
    }
    take(draft, signal);
  }
  passTime(draft, to);
  return closeBook(draft);
}

const takes: { [Is in Signal["is"]]: (draft: Draft, signal: Extract<Signal, { is: Is }>) => void } = {
  raised: (draft, { symptom, ...times }) => raise(draft, symptom, times, stationHome(symptom)),
  cleared(draft, { at, station, kind, key, group }) {
    for (const issue of openIssues(draft)) {
      if (issue.kind !== kind || (group !== undefined && issue.key !== `${kind}:station:${station}:${group}`)) continue;
      end(draft, issue, (child) => child.station === station && (key === undefined || child.key === key), at);
    }
  },
  lost: lose,
  back(draft, { at, station }) {
    hear(draft, station);
    take(draft, { is: "cleared", at, station, kind: "offline" });
  },
  removed(draft, { at, station }) {
    hear(draft, station);
    for (const issue of openIssues(draft)) end(draft, issue, (child) => child.station === station, at);
  },
};

// The table is typed entry by entry; the signal picks its own entry.
const take = (draft: Draft, signal: Signal) =>
  (takes[signal.is] as (draft: Draft, signal: Signal) => void)(draft, signal);

function passTime(draft: Draft, to: Date): void {
  raiseSilences(draft, to);
  for (const issue of openIssues(draft)) {
    if (issue.watchUntil && issue.watchUntil <= to) resolve(draft, issue, issue.watchUntil);
  }
  for (const { mutedUntil, ...issue } of draft.issues.values()) {
    if (mutedUntil && mutedUntil <= to) keep(draft, issue, { at: mutedUntil, type: "unmuted" });
  }
}
