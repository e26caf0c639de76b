import type { FirmwareWork } from "./campaign";
import { type Fate, type Verdict, verdictOf } from "./fate";

/** A station as an update looks at it. */
export interface Runs {
  vendor: string | null;
  model: string | null;
  firmwareVersion: string | null;
  /** Milliseconds its clock is ahead of ours. */
  clockSkewMs: number | null;
}

/** Why a station is not given an update; undefined where it may be. */
export function whyNotUpdated(
  { vendor, model, version }: Pick<FirmwareWork, "vendor" | "model" | "version">,
  station: Runs,
): string | undefined {
  if (!isSame(vendor, station.vendor)) return `It is of ${station.vendor ?? "an unknown vendor"}, not of ${vendor}.`;
  if (!isSame(model, station.model)) return `It is a ${station.model ?? "station of unknown model"}, not a ${model}.`;
  if (station.firmwareVersion === version) return `It runs ${version} already.`;
  return undefined;
}

const isSame = (wanted: string | undefined, is: string | null) =>
  wanted === undefined || wanted.toLowerCase() === is?.toLowerCase();

/** When a station is to fetch it, by its own clock: one whose clock is slow would take "now" for later. */
export const retrieveTime = ({ retrieveAt }: Pick<FirmwareWork, "retrieveAt">, { clockSkewMs }: Runs, now: Date) =>
  retrieveAt ?? new Date(now.getTime() + Math.min(0, clockSkewMs ?? 0)).toISOString();

/** What the fate of an update means: its proof may be only the beginning, and nobody waits for it for ever. */
export function updateVerdict(
  { version, patienceSeconds, retrieveAt, installAt, sessionWithinSeconds }: FirmwareWork,
  fate: Fate,
  { began, now }: { began: Date; now: Date },
): Verdict {
  const verdict = verdictOf(fate);
  if (verdict.state === "succeeded" && sessionWithinSeconds) {
    return { state: "watching", reason: `it runs ${version}: a car has to charge` };
  }
  if (verdict.state !== "working" || fate.delivery === "queued") return verdict;
  const due = Math.max(began.getTime(), ...[retrieveAt, installAt].flatMap((time) => (time ? [Date.parse(time)] : [])));
  if (now.getTime() < due + patienceSeconds * 1000) return verdict;
  if (fate.booted) return { state: "failed", reason: `it booted with firmware ${fate.booted}, not ${version}` };
  return { state: "unproven", reason: `it has not booted with ${version} in ${Math.round(patienceSeconds / 60)} min` };
}

/** What a station has shown since it booted with the new version. */
export interface Shown {
  since: Date;
  firmwareVersion: string | null;
  /** Sessions that began and ended since: with energy and without a fault, and the others. */
  good: number;
  bad: number;
  /** It has been told before, in this attempt. */
  told: boolean;
}

/** So many sessions that come to nothing are no accident. */
const mostBadSessions = 3;

/** What a station that runs the new version has proven by charging a car; undefined while it is still to be seen. */
export function sessionVerdict(
  { version, sessionWithinSeconds = 0 }: Pick<FirmwareWork, "version" | "sessionWithinSeconds">,
  { since, firmwareVersion, good, bad, told }: Shown,
  now: Date,
): Verdict | undefined {
  if (firmwareVersion !== version) {
    if (!told) return { state: "waiting" };
    return { state: "failed", reason: `it runs ${firmwareVersion ?? "nobody knows what"} again, not ${version}` };
  }
  if (good > 0) return { state: "succeeded", reason: `it runs ${version}, and a car has charged` };
  if (bad >= mostBadSessions)
    return { state: "failed", reason: `it runs ${version}, but ${bad} sessions did not charge` };
  const hours = Math.round(sessionWithinSeconds / 360) / 10;
  if (now.getTime() < since.getTime() + sessionWithinSeconds * 1000) return undefined;
  if (bad > 0) return { state: "failed", reason: `it runs ${version}, but no car has charged in ${hours} h` };
  return { state: "unproven", reason: `it runs ${version}, but nobody came to charge in ${hours} h` };
}
