import { spread } from "@chargehand/domain/campaigns/spread";
import type { z } from "zod";
import type { SignedIn } from "../context";
import type { Lookup } from "../stations/field-sql";
import { chosenForCampaign, stationsOf } from "./chosen";
import { campaignOrder, workOf } from "./order";
import { type Weighed, weigh } from "./weigh";

export const campaignPlan = campaignOrder
  .pick({ work: true, pace: true, stages: true })
  .extend({ chosen: chosenForCampaign });

/** What a campaign would do to whom, in numbers; nothing is done. */
export interface CampaignPlan {
  /** All that were chosen, as of now. */
  stations: number;
  /** Those that take part. */
  included: number;
  /** Of those. */
  offline: number;
  /** Of those. */
  charging: { stations: number; sessions: number; energyWh: number };
  /** Those at sites so small that one station of them is worked on at a time. */
  spared: number;
  /** Why some are left out, with some of them by name. */
  excluded: { reason: string; stations: number; some: string[] }[];
  /** How many stations each stage has. */
  stages: number[];
}

/** A dry run: who is left out and why, what is cut, how large the stages are. */
export async function planCampaign(
  context: Lookup & Pick<SignedIn, "clock">,
  { work, pace, stages, chosen }: z.output<typeof campaignPlan>,
): Promise<CampaignPlan> {
  const thought = { work: await workOf(context.pool, work), stations: await stationsOf(context, chosen), pace };
  const weighed = await weigh(context.pool, thought, context.clock());
  const included = weighed.filter(({ excluded }) => excluded === undefined);
  const charging = included.filter(({ sessions }) => sessions > 0);
  const placed = spread(
    included.map(({ station, spared, site }) => ({ station, sparedSite: spared ? site : undefined })),
    stages.map(({ size }) => size),
  );
  return {
    stations: weighed.length,
    included: included.length,
    offline: included.filter(({ connected }) => !connected).length,
    charging: {
      stations: charging.length,
      sessions: charging.reduce((sum, { sessions }) => sum + sessions, 0),
      energyWh: charging.reduce((sum, { energyWh }) => sum + energyWh, 0),
    },
    spared: included.filter(({ spared }) => spared).length,
    excluded: byReason(weighed),
    stages: stages.map((_, index) => placed.filter((stage) => stage === index + 1).length),
  };
}

function byReason(weighed: readonly Weighed[]): CampaignPlan["excluded"] {
  const reasons = new Map<string, { reason: string; stations: number; some: string[] }>();
  for (const { excluded, identity } of weighed) {
    if (excluded === undefined) continue;
    const known = reasons.get(excluded) ?? { reason: excluded, stations: 0, some: [] };
    known.stations += 1;
    if (known.some.length < mostNamed) known.some.push(identity);
    reasons.set(excluded, known);
  }
  return [...reasons.values()].toSorted((a, b) => b.stations - a.stations);
}

const mostNamed = 5;
