import type { Period, Profile } from "./profile";

/** The period in force at a moment; undefined when the profile says nothing then. */
export function periodAt(profile: Profile, at: number, chargingSince: number): Period | undefined {
  const { validFrom = at, validTo = Number.POSITIVE_INFINITY } = profile;
  if (at < validFrom || at >= validTo) return undefined;
  const elapsed = at - originOf(profile, at, chargingSince);
  if (elapsed < 0 || elapsed >= lengthOf(profile)) return undefined;
  return profile.periods.findLast(({ start }) => start * 1000 <= elapsed);
}

/** When the profile next says something else. */
export function nextChange(profile: Profile, after: number, chargingSince: number): number | undefined {
  const origin = originOf(profile, after, chargingSince);
  const { everyMs, periods, validFrom, validTo } = profile;
  const moments = [
    validFrom,
    validTo,
    ...periods.map(({ start }) => origin + start * 1000),
    origin + lengthOf(profile),
    everyMs === undefined ? undefined : origin + everyMs,
  ];
  const coming = moments.filter((moment) => moment !== undefined && moment > after && Number.isFinite(moment));
  return coming.reduce<number | undefined>((first, moment) => earlier(first, moment), undefined);
}

export function earlier(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}

/** Where the schedule's seconds are counted from. Without a start of its own that is where charging began. */
function originOf({ everyMs, kind, startsAt, validFrom }: Profile, at: number, chargingSince: number): number {
  if (kind === "dynamic") return startsAt ?? validFrom ?? 0;
  if (kind === "relative" || startsAt === undefined) return chargingSince;
  if (everyMs === undefined || at < startsAt) return startsAt;
  return startsAt + Math.floor((at - startsAt) / everyMs) * everyMs;
}

/** A recurring schedule that is longer than its recurrence is cut. */
function lengthOf({ durationMs = Number.POSITIVE_INFINITY, everyMs = Number.POSITIVE_INFINITY }: Profile): number {
  return Math.min(durationMs, everyMs);
}
