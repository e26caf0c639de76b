import { type EventToInsert, insertEvents } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import { inTransaction } from "@chargehand/db/transaction";
import type { CampaignStatus, CampaignWork, Pace } from "@chargehand/domain/campaigns/campaign";
import type pg from "pg";
import { give, order, roomOf } from "./begin";
import { chooseFor, type Wanting } from "./candidates";
import { follow, followed } from "./follow";
import { settleLate } from "./late";
import { progressOf } from "./progress";
import { leaveRest, settle, skipGone } from "./settle";
import { takeSteps } from "./stages";

export interface TickContext {
  pool: pg.Pool;
  clock: () => Date;
}

/** A campaign that goes on, as the engine reads it. */
export interface ActiveCampaign {
  id: number;
  work: CampaignWork;
  pace: Pace;
  status: Extract<CampaignStatus, "running" | "paused" | "stopping">;
  created_by: string;
  expires_at: Date;
}

/** What one step of the engine works with. */
export interface Turn {
  db: Queryable;
  now: Date;
  campaign: ActiveCampaign;
  tell(event: EventToInsert): void;
  /** A gateway should look at this station. */
  station(id: number): void;
}

/** Whoever holds it carries all campaigns on; the others come again. */
const engineLock = 0x63616d70;

/**
 * Carries every campaign as far as it can go now, in one transaction: nothing is told to a station twice, and nothing is
 * forgotten, whatever dies in the middle. Returns whether there is something to see, and the stations that have a command.
 */
export async function tick({ pool, clock }: TickContext): Promise<{ changed: boolean; stations: ReadonlySet<number> }> {
  const stations = new Set<number>();
  const events: EventToInsert[] = [];
  await inTransaction(pool, async (db) => {
    const now = clock();
    const hand = {
      ...{ db, now },
      tell: (event: EventToInsert) => events.push(event),
      station: (id: number) => stations.add(id),
    };
    if (!(await isOurTurn(db))) return;
    await settleLate(hand);
    const turns = (await activeCampaigns(db, now)).map((campaign): Turn => ({ ...hand, campaign }));
    if (turns.length > 0) await carryOn(hand, turns);
    await insertEvents(db, events);
  });
  return { changed: events.length > 0, stations };
}

/** What is asked of all campaigns is asked once, and what is written of all is: it costs the same however many there are. */
async function carryOn(hand: Omit<Turn, "campaign">, turns: readonly Turn[]) {
  const { db, now } = hand;
  const ids = turns.map(({ campaign }) => campaign.id);
  const changed = await skipGone(db, ids, now);
  const rows = await followed(db, ids);
  const moved = (await inTurn(turns, (turn) => follow(turn, rows.get(turn.campaign.id) ?? []))).flat();
  await settle(db, now, moved);
  for (const { campaign } of moved) changed.add(campaign);
  for (const turn of turns) {
    const { id, expires_at } = turn.campaign;
    if (expires_at <= now && (await leaveRest(turn))) changed.add(id);
  }

  const progress = await progressOf(db, ids);
  const wanting: Wanting[] = [];
  const statuses = await inTurn(turns, async (turn) => {
    const steps = await takeSteps(turn, progress.get(turn.campaign.id) ?? []);
    if (steps.moved) changed.add(turn.campaign.id);
    const room = steps.status === "running" ? await roomOf(turn, steps.stages) : 0;
    if (room > 0) wanting.push({ turn, room });
    return { campaign: turn.campaign.id, status: steps.status };
  });

  const chosen = await chooseFor(db, now, wanting);
  const begun = await inTurn(wanting, ({ turn }) => give(turn, chosen.get(turn.campaign.id) ?? []));
  const told = begun.flatMap((each) => each.told);
  const settled = begun.flatMap((each) => each.settled);
  await settle(db, now, settled);
  await order(hand, told);
  for (const { campaign } of [...told, ...settled]) changed.add(campaign);
  for (const { campaign, status } of statuses) {
    if (changed.has(campaign)) hand.tell({ event: { type: "campaign.changed", campaign, status } });
  }
}

/** One after the other: they share a connection. */
async function inTurn<From, To>(all: readonly From[], work: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

async function isOurTurn(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS held", [engineLock]);
  return rows[0]?.held ?? false;
}

async function activeCampaigns(client: Queryable, now: Date): Promise<ActiveCampaign[]> {
  // Whoever stops one meanwhile waits for the end of this tick, and whatever it has queued is taken back then.
  const { rows } = await client.query<ActiveCampaign>(
    `SELECT id, work, pace, status, created_by, expires_at FROM campaign
     WHERE status IN ('running', 'paused', 'stopping')
       AND (status = 'stopping' OR starts_at IS NULL OR starts_at <= $1)
     ORDER BY id FOR UPDATE`,
    [now],
  );
  return rows;
}
