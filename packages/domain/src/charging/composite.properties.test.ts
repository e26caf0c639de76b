import { expect, it } from "vitest";
import { compositeOf } from "./composite";
import type { ChargingProfile, ChargingPurpose, ChargingSchedule } from "./profile";

// What is computed span by span is held against a reference that asks of every step of time, slowly and by other means.

const stepMs = 600_000;
const steps = 3 * 144;
/** Two days and a half before a summer ends in Amsterdam. */
const from = Date.parse("2026-10-23T10:00:00Z");
const zone = "Europe/Amsterdam";
const volts = 230;
const phases = 3;

it.each(Array.from({ length: 150 }, (_, seed) => seed))("is what the slow reference says, case %i", (seed) => {
  const chance = chanceOf(seed);
  const held = Array.from({ length: 1 + chance(6) }, (_, index) => randomProfile(index + 1, chance));
  const since = from - chance(30) * stepMs;
  const ownDefaultHides = chance(2) === 0;
  const slices = compositeOf(held, [], {
    ...{ evse: 1, from: new Date(from), seconds: (steps * stepMs) / 1000, unit: "W" },
    ...{ chargingSince: new Date(since), supply: { volts, phases }, clock: { zone }, ownDefaultHides },
  });
  const moments = Array.from({ length: steps }, (_, step) => from + step * stepMs);
  const computed = moments.map((at) => slices.findLast(({ start }) => start * 1000 <= at - from)?.limit);
  expect(computed).toEqual(moments.map((at) => reference(held, { at, since, ownDefaultHides })));
  expect(slices.filter(({ unknown }) => unknown)).toEqual([]);
});

function randomProfile(id: number, chance: (below: number) => number): ChargingProfile {
  const purposes = ["station-max", "default", "default", "session", "external"] as const;
  const purpose = purposes[chance(purposes.length)] ?? "default";
  const kinds = ["absolute", "recurring", "relative"] as const;
  const kind = kinds[chance(kinds.length)] ?? "absolute";
  const time = (most: number, before: number) => new Date(from + (chance(most) - before) * stepMs).toISOString();
  const start = time(300, 200);
  const byWall = kind !== "relative" && chance(2) === 0;
  const starts = Array.from({ length: chance(5) }, () => chance(200) * 600);
  return {
    ...{ id, purpose, kind, stackLevel: chance(4), evse: purpose === "session" ? 1 : chance(2) },
    ...(kind === "recurring" && { recurrence: chance(4) === 0 ? "weekly" : "daily" }),
    ...(chance(3) === 0 && { validFrom: time(steps, 100) }),
    ...(chance(3) === 0 && { validTo: time(steps, 0) }),
    schedules: [
      {
        ...(kind === "relative" ? {} : byWall ? { wallStart: start.slice(0, 19) } : { startsAt: start }),
        ...(chance(2) === 0 && { durationSeconds: chance(300) * 600 }),
        unit: chance(2) === 0 ? "W" : "A",
        // In no order, and some at the same time.
        periods: [0, ...starts].map((at) => ({
          start: at,
          ...(chance(5) > 0 && { limit: chance(32) }),
          ...(chance(3) === 0 && { phases: 1 + chance(3) }),
        })),
      },
    ],
  };
}

type Said = { limit: number; amperes?: number; phases?: number };
type Asked = { at: number; since: number; ownDefaultHides: boolean };

function reference(held: readonly ChargingProfile[], asked: Asked): number | undefined {
  const rules = (purpose: ChargingPurpose) => {
    let best: (Said & { order: number }) | undefined;
    const saying = held.flatMap((profile) => {
      const said = profile.purpose === purpose ? saidAt(profile, asked) : undefined;
      return said ? [{ profile, said }] : [];
    });
    const ownSpeaks =
      asked.ownDefaultHides && purpose === "default" && saying.some(({ profile }) => profile.evse === 1);
    for (const each of saying) {
      if (ownSpeaks && each.profile.evse === 0) continue;
      const order = each.profile.stackLevel * 2 + each.profile.evse;
      if (!best || order > best.order) best = { ...each.said, order };
    }
    return best;
  };
  const all = [rules("session") ?? rules("default"), rules("station-max"), rules("external")].filter((each) => !!each);
  if (all.length === 0) return undefined;
  // On the fewest phases that any of them names, no phase carries more than the lowest of what is named for one.
  const fewest = Math.min(phases, ...all.map((each) => each.phases ?? phases));
  const bounds = all.flatMap(({ limit, amperes = Number.POSITIVE_INFINITY }) => [limit, amperes * volts * fewest]);
  return Math.round(Math.min(...bounds) * 10) / 10;
}

/** The last period that has begun in the last run that has begun, and is not over. */
function saidAt(profile: ChargingProfile, { at, since }: Asked): Said | undefined {
  const [schedule] = profile.schedules;
  if (!schedule) return undefined;
  if (profile.validFrom && at < Date.parse(profile.validFrom)) return undefined;
  if (profile.validTo && at >= Date.parse(profile.validTo)) return undefined;
  const begun = beginningsOf(profile, schedule, since).filter((begin) => begin <= at);
  const seconds = (at - Math.max(...begun)) / 1000;
  if (begun.length === 0 || seconds >= (schedule.durationSeconds ?? Number.POSITIVE_INFINITY)) return undefined;
  let last: (typeof schedule.periods)[number] | undefined;
  for (const period of schedule.periods) {
    if (period.start <= seconds && (!last || period.start >= last.start)) last = period;
  }
  if (last?.limit === undefined) return undefined;
  const each = Math.min(last.phases ?? phases, phases);
  if (schedule.unit === "W") return { limit: last.limit, phases: last.phases };
  return { limit: last.limit * volts * each, amperes: last.limit, phases: last.phases };
}

/** Every moment of a fortnight at which it begins. */
function beginningsOf({ kind, recurrence }: ChargingProfile, schedule: ChargingSchedule, since: number): number[] {
  if (kind === "relative") return [since];
  const days =
    kind === "recurring" ? (recurrence === "weekly" ? [0, 7, 14] : Array.from({ length: 15 }, (_, day) => day)) : [0];
  return days.map((day) => {
    if (schedule.startsAt) return Date.parse(schedule.startsAt) + day * 86_400_000;
    const wanted = new Date(Date.parse(`${schedule.wallStart}Z`) + day * 86_400_000).toISOString().slice(0, 16);
    return firstShowing.get(wanted) ?? Number.NaN;
  });
}

/** When the wall first shows what. */
const firstShowing = new Map<string, number>();
for (let at = from - 4 * 86_400_000; at < from + 21 * 86_400_000; at += stepMs) {
  const shown = new Date(at).toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T").slice(0, 16);
  if (!firstShowing.has(shown)) firstShowing.set(shown, at);
}

/** The same sequence for the same seed. */
function chanceOf(seed: number) {
  let state = (seed + 1) * 2_654_435_761;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0;
    return Math.floor((mixed / 2 ** 32) * below);
  };
}
