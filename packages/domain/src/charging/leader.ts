import type { ChargingPeriod } from "./period";
import type { ChargingProfile, ChargingSchedule } from "./profile";
import type { Span } from "./spans";
import type { Unknown } from "./unknown";

/** What sets a limit: a profile by its number, or somebody else by their name. */
export interface Ruler {
  purpose: ChargingProfile["purpose"];
  profile?: number;
  source?: string;
}

export type Concerned = ChargingProfile & { by: Ruler };

/** What a profile says at a moment. */
export interface Speaker {
  profile: Concerned;
  span: Span;
}

/** Who rules, and what they say; or why that cannot be known. */
export type Leading = { by: Ruler } & (
  | { schedule: ChargingSchedule; period: ChargingPeriod; unknown?: undefined }
  | { unknown: readonly Unknown[] }
);

/** The highest stack level of a purpose that has something to say. */
export function leader(
  speakers: readonly Speaker[],
  { evse, ownHides }: { evse: number; ownHides?: boolean },
): Leading | undefined {
  const speaking = speakers.filter(({ span }) => !span.said || isSaying(span.said.period));
  const own = speaking.filter(({ profile }) => profile.evse === evse);
  const candidates = ownHides && own.length > 0 ? own : speaking;
  const [first] = candidates.toSorted(
    (one, other) =>
      other.profile.stackLevel - one.profile.stackLevel ||
      Number(other.profile.evse === evse) - Number(one.profile.evse === evse),
  );
  return first && leadingOf(first);
}

/** What one says by itself. */
export const leadingOf = ({ profile: { by }, span }: Speaker): Leading =>
  span.said ? { by, ...span.said } : { by, unknown: span.unknown };

/** A period that names nothing leaves it to those below. */
const isSaying = ({ limit, limitL2, limitL3, discharge, setpoint, mode }: ChargingPeriod) =>
  [limit, limitL2, limitL3, discharge, setpoint, mode].some((each) => each !== undefined);
