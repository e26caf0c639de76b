import { compositeOf } from "@chargehand/domain/charging/composite";
import type { ChargingProfile, ExternalLimit } from "@chargehand/domain/charging/profile";
import type { Supply } from "@chargehand/domain/charging/rate";
import type { StationClock } from "@chargehand/domain/charging/station-clock";
import type { Sample } from "@/components/chart/sample";

/** What a station holds, and since when we know it. */
interface Held {
  profiles: readonly { at: Date; value: ChargingProfile }[];
  limits: readonly { at: Date; value: ExternalLimit }[];
}

/**
 * What a running session may draw, in watts, by what its station holds. Told only from when the last of it came: what
 * held before is not kept, and is left out.
 */
export function heldLimits(
  { profiles, limits }: Held,
  session: { evse: number; startedAt: Date; wireId?: string },
  known: { until: number; priority?: boolean; supply?: Supply; clock?: StationClock; ownDefaultHides: boolean },
): Sample[] {
  if (profiles.length + limits.length === 0) return [];
  const from = Math.max(session.startedAt.getTime(), ...[...profiles, ...limits].map(({ at }) => at.getTime()));
  const seconds = (known.until - from) / 1000;
  if (seconds <= 0) return [];
  const steps = compositeOf(
    profiles.map(({ value }) => value),
    limits.map(({ value }) => value),
    {
      ...{ evse: session.evse, from: new Date(from), seconds, unit: "W", chargingSince: session.startedAt },
      ...{
        session: session.wireId,
        priority: known.priority,
        supply: known.supply,
        clock: known.clock,
        ownDefaultHides: known.ownDefaultHides,
      },
    },
  );
  // Where it cannot be computed nothing is drawn.
  const samples = steps.map(({ start, limit, unknown }) => ({
    at: from + start * 1000,
    value: unknown || limit === undefined ? null : limit,
  }));
  return samples.some(({ value }) => value !== null) ? samples : [];
}
