import type { Queryable } from "@chargehand/db/pool";
import type { CampaignWork } from "@chargehand/domain/campaigns/campaign";
import { z } from "zod";
import { commandSchema } from "../commands/schema";
import { configurationOrder, desiring } from "../configuration/order";
import { completed, firmwareOrder } from "./firmware-order";

const share = z.number().min(0).max(1);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time of day is written 22:00.");

/** Commands of one session or one car are given to one station, never to many. */
export const forMany = commandSchema.refine(
  ({ type }) => type !== "start" && type !== "stop",
  "Starting and stopping belong to one car each: they are not given to many stations.",
);

const work = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("command"), command: forMany }),
  configurationOrder,
  firmwareOrder,
  z.object({ kind: z.literal("list"), whole: z.boolean().default(false) }),
]);

/** What was asked for, as a campaign keeps it: the library says what an image is, and templates what is desired now. */
export async function workOf(db: Queryable, asked: z.output<typeof work>): Promise<CampaignWork> {
  switch (asked.kind) {
    case "command":
    case "list":
      return asked;
    case "configuration":
      return desiring(db, asked);
    case "firmware":
      return completed(db, asked);
  }
}

const pace = z.object({
  atOnce: z.int().min(1).max(2_000).default(50),
  perMinute: z.int().min(1).max(10_000).optional(),
  onlyIdle: z.boolean().default(false),
  smallSiteBelow: z.int().min(0).max(100).default(0),
  window: z
    .object({ from: timeOfDay, until: timeOfDay })
    .refine(({ from, until }) => from !== until, "A window that ends as it begins never opens.")
    .optional(),
});

const stage = z.object({
  size: z.union([z.object({ stations: z.int().min(1) }), z.object({ share }), z.literal("rest")]),
  failureShare: share.default(1),
  successShare: share.default(1),
  soakSeconds: z
    .int()
    .min(0)
    .max(30 * 86_400)
    .default(0),
  approval: z.boolean().default(false),
});

/** The same work on many stations, as an operator asks for it. */
export const campaignOrder = z.object({
  name: z.string().trim().min(1, "A campaign needs a name.").max(200),
  work,
  stations: z.array(z.int()).min(1, "No station is chosen.").max(100_000),
  /** How they were chosen, for those who read it later. */
  chosenBy: z.string().max(2_000).optional(),
  pace: pace.prefault({}),
  stages: z
    .array(stage)
    .min(1)
    .max(20)
    .prefault([{ size: "rest" }]),
  startsAt: z.date().optional(),
  /** Stations that have not had their turn by then are left. */
  expiresAt: z.date(),
});
export type CampaignOrder = z.output<typeof campaignOrder>;

/** What is asked before a campaign is made: what would happen to whom. */
export const campaignThought = campaignOrder.pick({ work: true, stations: true, pace: true });

/** That, with all that is known of the work. */
export interface CampaignThought {
  work: CampaignWork;
  stations: readonly number[];
  pace: CampaignOrder["pace"];
}
