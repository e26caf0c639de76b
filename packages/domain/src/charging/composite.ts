import type { ChargingProfile, ChargingPurpose, ChargingUnit, ExternalLimit } from "./profile";
import { convertRate, type Supply, usualSupply } from "./rate";
import { type Moment, nextChange, periodAt } from "./schedule";

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
  supply?: Supply;
  /** 1.6: what is set for one evse hides what is set for all of them; in 2.x only stack levels count. */
  ownDefaultHides?: boolean;
}

/** A span of the answer. Without a limit, nothing limits it. */
export interface CompositeSlice {
  /** Seconds from the beginning. */
  start: number;
  limit?: number;
  phases?: number;
  /** What sets the limit. */
  by?: Ruler;
}

/** A profile by its number, or somebody else's limit by its source. */
export interface Ruler {
  purpose: ChargingPurpose;
  profile?: number;
  source?: string;
}

/** What all that a station holds makes of the coming time, as the protocol says it is combined. */
export function compositeOf(
  profiles: readonly ChargingProfile[],
  limits: readonly ExternalLimit[],
  question: CompositeQuestion,
): CompositeSlice[] {
  const from = question.from.getTime();
  const end = from + question.seconds * 1000;
  const since = question.chargingSince?.getTime() ?? from;
  const held = profiles.map(
    (profile): Concerned => ({ ...profile, by: { purpose: profile.purpose, profile: profile.id } }),
  );
  const concerned = [...held, ...limits.map(asProfile)].filter((profile) => concerns(profile, question));
  const slices: CompositeSlice[] = [];
  for (let at: number | undefined = from; at !== undefined && at < end && slices.length < mostSlices; ) {
    const moment: Moment = { at, since };
    const slice = { start: Math.round((at - from) / 1000), ...lowestAt(concerned, moment, question) };
    if (!isSame(slices.at(-1), slice)) slices.push(slice);
    at = concerned.reduce<number | undefined>((next, profile) => earlier(next, nextChange(profile, moment)), undefined);
  }
  return slices;
}

/** A daily schedule over years is cut here. */
const mostSlices = 1_000;

/** The lowest of what each purpose says; a gap in all of them is no limit. */
function lowestAt(profiles: Concerned[], moment: Moment, question: CompositeQuestion): Omit<CompositeSlice, "start"> {
  const leads = (purpose: ChargingPurpose) => leader(purpose, profiles, moment, question);
  const own = (question.priority ? leads("priority") : undefined) ?? leads("session") ?? leads("default");
  const made = leads("generation")?.limit ?? 0;
  // What is made on the spot comes on top of what the grid allows (K27).
  const grid = [leads("station-max"), leads("external")].map(
    (limit) => limit && { ...limit, limit: limit.limit + made },
  );
  const said = [own, ...grid].filter((each) => each !== undefined);
  const [first, ...others] = said;
  if (!first) return {};
  const lowest = others.reduce((one, other) => (other.limit < one.limit ? other : one), first);
  const phases = said.flatMap((each) => each.phases ?? []);
  return { ...lowest, limit: rounded(lowest.limit), ...(phases.length > 0 && { phases: Math.min(...phases) }) };
}

interface Leading {
  limit: number;
  phases?: number;
  by: Ruler;
}

/** The highest stack level that has something to say at that moment. */
function leader(
  purpose: ChargingPurpose,
  profiles: Concerned[],
  moment: Moment,
  { evse, unit, supply = usualSupply, ownDefaultHides }: CompositeQuestion,
): Leading | undefined {
  const speaking = profiles.flatMap((profile) => {
    const said = profile.purpose === purpose ? periodAt(profile, moment) : undefined;
    const { limit, phases } = said?.period ?? {};
    if (!said || limit === undefined) return [];
    return { profile, phases, limit: convertRate(limit, { from: said.unit, to: unit, phases, supply }) };
  });
  const own = speaking.filter(({ profile }) => profile.evse === evse);
  const candidates = ownDefaultHides && own.length > 0 ? own : speaking;
  // Limits of others have no stack: the lowest of them holds.
  const [first] = candidates.toSorted(
    (one, other) =>
      other.profile.stackLevel - one.profile.stackLevel ||
      Number(other.profile.evse === evse) - Number(one.profile.evse === evse) ||
      one.limit - other.limit,
  );
  return first && { limit: first.limit, phases: first.phases, by: first.profile.by };
}

type Concerned = ChargingProfile & { by: Ruler };

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

const rounded = (limit: number) => Math.round(limit * 10) / 10;

const earlier = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

const isSame = (one: CompositeSlice | undefined, { limit, phases, by }: CompositeSlice) =>
  one !== undefined &&
  one.limit === limit &&
  one.phases === phases &&
  one.by?.profile === by?.profile &&
  one.by?.source === by?.source;
