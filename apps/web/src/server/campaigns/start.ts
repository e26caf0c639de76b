import { z } from "zod";
import type { SignedIn } from "../context";
import { Refused } from "../errors";
import { type Writer, write } from "../write";
import { chosenBy, chosenForCampaign, frozen } from "./chosen";
import { createCampaign } from "./create";
import { campaignOrder } from "./order";

type Starter = Writer & Pick<SignedIn, "clock" | "pool">;

const asShown = z.object({
  chosen: chosenForCampaign,
  /** As many as were shown. */
  expected: z.int().min(1),
});

export const campaignStart = campaignOrder.omit({ stations: true, chosenBy: true }).extend(asShown.shape);

/** Makes a campaign of the stations that were shown, and starts it. */
export async function startCampaign(
  context: Starter,
  { chosen, expected, ...order }: z.output<typeof campaignStart>,
): Promise<{ id: number }> {
  const stations = await frozen(context, chosen, expected);
  return createCampaign(context, { ...order, stations, chosenBy: chosenBy(chosen) });
}

export const outageOrder = asShown.extend({
  name: campaignOrder.shape.name,
  from: z.date(),
  until: z.date(),
  /** What stands in the name of the second one. */
  backName: campaignOrder.shape.name,
});

/**
 * Takes stations out of service for a while: one campaign takes them out, another one brings them back, and nobody is
 * called because of them in between.
 */
export async function startOutage(
  context: Starter,
  { chosen, expected, name, backName, from, until }: z.output<typeof outageOrder>,
): Promise<{ id: number; back: number }> {
  if (until <= from || until <= context.clock()) throw new Refused("It would be over before it begins.");
  const stations = await frozen(context, chosen, expected);
  const order = (operative: boolean, rest: { name: string; startsAt: Date; expiresAt: Date }) => ({
    ...campaignOrder.parse({
      ...rest,
      work: { kind: "command", command: { type: "set-availability", operative } },
      stations,
      pace: { atOnce: 200 },
    }),
    chosenBy: chosenBy(chosen),
  });
  // First the way back: whatever dies in between, nobody stays out of service.
  // Whoever is away then is brought back when it returns.
  const expiresAt = new Date(until.getTime() + 7 * dayMs);
  const back = await createCampaign(context, order(true, { name: backName, startsAt: until, expiresAt }));
  const out = await createCampaign(context, order(false, { name, startsAt: from, expiresAt: until }));
  await write(context, async (tx, tell) => {
    const included = await tx.campaignTarget.findMany({ where: { campaignId: out.id, stage: { gt: 0 } } });
    await tx.quietTime.createMany({
      data: included.map(({ stationId }) => ({
        ...{ stationId, campaignId: out.id, fromAt: from },
        untilAt: new Date(until.getTime() + graceMs),
      })),
    });
    tell.audit({
      action: "campaign.quiet",
      subject: `campaign:${out.id}`,
      after: { from: from.toISOString(), until: until.toISOString(), stations: included.length },
    });
  });
  return { id: out.id, back: back.id };
}

const dayMs = 86_400_000;
/** A station takes a while to come back. */
const graceMs = 15 * 60_000;
