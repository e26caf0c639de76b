import { combine } from "./combine";
import type { Concerned, Ruler, Speaker } from "./leader";
import type { ChargingProfile, ChargingUnit, ExternalLimit } from "./profile";
import type { Supply } from "./rate";
import { type Span, spansOf } from "./spans";
import type { StationClock } from "./station-clock";
import type { Unknown } from "./unknown";

/** What is asked: the limits of one evse, or of the whole station (0), from a moment on. */
export interface CompositeQuestion {
  evse: number;
  from: Date;
  seconds: number;
  unit: ChargingUnit;
  /** Since when the evse charges; where nobody does, relative schedules count from the beginning of the question. */
  chargingSince?: Date;
  /** The session that charges there, by its name on the wire. */
  session?: string;
  /** It charges with priority: that profile stands for its own. */
  priority?: boolean;
  /** What is known of it; what is not is said in the answer, where it matters. */
  supply?: Supply;
  clock?: StationClock;
  /** 1.6: what is set for one evse hides what is set for all of them; in 2.x only stack levels count. */
  ownDefaultHides?: boolean;
}

/** A span of the answer. Without a limit, nothing limits it, unless something is unknown. */
export interface CompositeSlice {
  /** Seconds from the beginning. */
  start: number;
  /** Watts in all, or the amperes that any phase may carry. */
  limit?: number;
  /** Of each phase, where they differ. */
  each?: readonly [first: number, second: number, third: number];
  /** On the fewest phases that any of them names. */
  phases?: number;
  /** What may be given back, and what is to be followed; below zero it flows back. */
  discharge?: number;
  setpoint?: number;
  /** What sets the limit. */
  by?: Ruler;
  /** What cannot be known of it, and why: what holds may be lower than the limit. */
  unknown?: readonly Unknown[];
}

/** What all that a station holds makes of the coming time, as the protocol says it is combined. */
export function compositeOf(
  profiles: readonly ChargingProfile[],
  limits: readonly ExternalLimit[],
  question: CompositeQuestion,
): CompositeSlice[] {
  const from = question.from.getTime();
  const end = from + Math.min(question.seconds, longestSeconds) * 1000;
  const since = question.chargingSince?.getTime() ?? from;
  const held = profiles.map(
    (profile): Concerned => ({ ...profile, by: { purpose: profile.purpose, profile: profile.id } }),
  );
  const concerned = [...held, ...limits.map(asProfile)].filter((profile) => concerns(profile, question));
  if (concerned.length > mostProfiles) return [{ start: 0, unknown: ["length"] }];

  const window = { from, end, since, clock: question.clock };
  const most = Math.floor(mostSpans / Math.max(1, concerned.length));
  const told = concerned.map((profile) => ({ profile, spans: spansOf(profile, window, most), next: 0 }));
  const edges = told.flatMap(({ spans }) => spans.flatMap((span) => [span.from, span.to]));
  const moments = [...new Set([from, ...edges.filter((at) => at < end)])].sort((one, other) => one - other);

  const slices: CompositeSlice[] = [];
  for (const at of moments) {
    const start = Math.round((at - from) / 1000);
    if (slices.length >= mostSlices) return [...slices, { start, unknown: ["length"] }];
    const slice = { start, ...combine(told.flatMap(speakerAt(at)), question) };
    if (!isSame(slices.at(-1), slice)) slices.push(slice);
  }
  return slices;
}

/** A year; a daily schedule is cut much earlier. */
const longestSeconds = 366 * 86_400;
const mostSlices = 1_000;
const mostProfiles = 500;
/** Of all profiles together. */
const mostSpans = 20_000;

/** What a profile says at a moment; it is asked about one moment after the other. */
function speakerAt(at: number) {
  return (told: { profile: Concerned; spans: readonly Span[]; next: number }): Speaker[] => {
    while ((told.spans[told.next]?.to ?? Number.POSITIVE_INFINITY) <= at) told.next += 1;
    const span = told.spans[told.next];
    return span && span.from <= at ? [{ profile: told.profile, span }] : [];
  };
}

function concerns(profile: Concerned, { evse, session }: CompositeQuestion): boolean {
  switch (profile.purpose) {
    case "station-max":
    case "generation":
    case "external":
      return profile.evse === 0 || profile.evse === evse;
    case "session":
      return evse !== 0 && profile.evse === evse && (profile.session === undefined || profile.session === session);
    case "default":
    case "priority":
      return evse !== 0 && (profile.evse === 0 || profile.evse === evse);
  }
}

/** Somebody else's limit, combined like a profile; what it says that the site makes is added like one. */
function asProfile({ evse, source, generation, schedules }: ExternalLimit): Concerned {
  const purpose = generation ? "generation" : "external";
  return { id: 0, evse, purpose, stackLevel: 0, kind: "absolute", schedules, by: { purpose, source } };
}

const isSame = (one: CompositeSlice | undefined, other: CompositeSlice) =>
  one !== undefined && JSON.stringify({ ...one, start: 0 }) === JSON.stringify({ ...other, start: 0 });
