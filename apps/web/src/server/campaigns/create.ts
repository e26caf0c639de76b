import { spread } from "@chargehand/domain/campaigns/spread";
import type { SignedIn } from "../context";
import { Forbidden, Refused } from "../errors";
import { json, type Writer, write } from "../write";
import { kindOf } from "./kinds";
import { type CampaignOrder, workOf } from "./order";
import { type Weighed, weigh } from "./weigh";

/** Makes a campaign of the stations as they are chosen now, and starts it. Those that cannot take part stand in it with the reason. */
export async function createCampaign(
  context: Writer & Pick<SignedIn, "clock" | "pool">,
  { name, work: asked, stations, chosenBy, pace, stages, startsAt, expiresAt }: CampaignOrder,
): Promise<{ id: number }> {
  const work = await workOf(context.pool, asked);
  const { permission, brief } = kindOf(work);
  if (permission && !context.person.permissions.has(permission)) throw new Forbidden(permission);
  const now = context.clock();
  if (expiresAt <= (startsAt ?? now)) throw new Refused("It would be over before it begins.");
  const weighed = await weigh(context.pool, { work, stations: [...new Set(stations)], pace }, now);
  const included = weighed.filter(({ excluded }) => excluded === undefined);
  if (included.length === 0)
    throw new Refused(`None of the stations can be told: ${weighed[0]?.excluded ?? "they are gone"}`);
  const placed = spread(
    included.map(({ station, spared, site }) => ({ station, sparedSite: spared ? site : undefined })),
    stages.map(({ size }) => size),
  );

  return write(context, async (tx, tell) => {
    const { id } = await tx.campaign.create({
      data: {
        name,
        kind: work.kind,
        work: json(work),
        pace: json(pace),
        status: "running",
        chosenBy,
        createdAt: now,
        createdBy: context.person.id,
        startsAt,
        startedAt: startsAt ?? now,
        expiresAt,
        stages: {
          create: stages.map(({ size: _, ...rule }, index) => ({ number: index + 1, ...rule })),
        },
      },
    });
    await tx.campaignTarget.createMany({
      data: [
        ...included.map((target, position) => rowOf(id, target, placed[position] ?? 1, position)),
        ...weighed
          .filter(({ excluded }) => excluded !== undefined)
          .map((target, position) => ({
            ...rowOf(id, target, 0, position),
            state: "skipped",
            reason: target.excluded,
          })),
      ],
    });
    tell.audit({
      action: "campaign.create",
      subject: `campaign:${id}`,
      after: {
        name,
        kind: work.kind,
        ...brief,
        stations: included.length,
        excluded: weighed.length - included.length,
      },
    });
    tell.event({ event: { type: "campaign.changed", campaign: id, status: "running" } });
    return { id };
  });
}

const rowOf = (campaignId: number, { station, spared, site }: Weighed, stage: number, position: number) => ({
  campaignId,
  stationId: station,
  stage,
  position,
  sparedSite: spared ? (site ?? null) : null,
});
