import type { Controls } from "../../charger/controls";
import type { Evse } from "../../charger/evse";
import { ratedWatts } from "../../physics/supply";
import type { Installed, Period, Purpose } from "./profile";
import { earlier, nextChange, periodAt } from "./schedule";
import { wattsOf } from "./watts";

/** A moment that is asked about. Where nobody charges, relative schedules count from `idleSince`. */
export type Moment = { at: number; idleSince: number };

/** What there is to be obeyed. */
export type Obeyed = {
  profiles: Installed[];
  /** Transactions that charge with priority. */
  priority: ReadonlySet<number>;
  /** What the grid said last. */
  signal: number;
};

type Station = Pick<Controls, "charger" | "version">;

/** What all EVSEs together may draw, in watts: the grid's limit, and what the site makes itself on top. */
export function stationLimit({ profiles, signal }: Obeyed, { at }: Moment): number {
  const wattsFor = (purpose: Purpose): number | undefined => {
    const leader = lead(
      profiles.filter((profile) => profile.purpose === purpose && profile.evse === 0),
      at,
      at,
    );
    return leader && wattsOf(leader.period, leader.profile.unit, gridSupply, signal);
  };
  const limit = wattsFor("station-max");
  return limit === undefined ? Number.POSITIVE_INFINITY : limit + (wattsFor("local-generation") ?? 0);
}

/** What one EVSE may draw by the profiles of its own, in watts. */
export function evseLimit(station: Station, obeyed: Obeyed, evse: Evse, moment: Moment): number {
  const { bay, transaction } = evse;
  const rated = ratedWatts(bay.supply);
  const hasPriority = transaction !== undefined && obeyed.priority.has(transaction.number);
  const leader =
    (hasPriority ? leading("priority", station, obeyed.profiles, evse, moment) : undefined) ??
    leading("transaction", station, obeyed.profiles, evse, moment) ??
    leading("default", station, obeyed.profiles, evse, moment);
  if (!leader) return rated;
  return Math.min(rated, wattsOf(leader.period, leader.profile.unit, bay.supply, obeyed.signal) ?? rated);
}

/** When any of that next changes. */
export function nextLimitChange({ charger }: Station, profiles: Installed[], moment: Moment): number | undefined {
  const changes = profiles.flatMap((profile) => {
    const concerned = charger.evses.filter(({ id }) => profile.evse === 0 || profile.evse === id);
    return concerned.map((evse) => nextChange(profile, moment.at, sinceOf(evse, moment)));
  });
  return changes.reduce(earlier, undefined);
}

/** The profile of a purpose that counts at an EVSE. */
export function leading(
  purpose: Purpose,
  { version }: Station,
  profiles: Installed[],
  evse: Evse,
  moment: Moment,
): Leader | undefined {
  const ofPurpose = profiles.filter((profile) => profile.purpose === purpose);
  const since = sinceOf(evse, moment);
  const here = ofPurpose.filter((profile) => profile.evse === evse.id);
  const leader = lead(here, moment.at, since);
  // In 1.6 what is set for one connector hides what is set for all; in 2.x only stack levels count.
  if (leader && version === "1.6") return leader;
  return lead([...here, ...ofPurpose.filter((profile) => profile.evse === 0)], moment.at, since);
}

type Leader = { profile: Installed; period: Period };

/** The highest stack level that has something to say. */
function lead(profiles: Installed[], at: number, since: number): Leader | undefined {
  for (const profile of profiles.toSorted((one, other) => other.stackLevel - one.stackLevel)) {
    const period = periodAt(profile, at, since);
    if (period) return { profile, period };
  }
  return undefined;
}

function sinceOf({ transaction }: Evse, { idleSince }: Moment): number {
  return transaction?.startedAt ?? idleSince;
}

/** The station's own connection: limits of the whole station are about this. */
const gridSupply = { current: "AC", phases: 3, amps: 0 } as const;
