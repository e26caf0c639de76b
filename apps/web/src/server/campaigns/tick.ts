import { type EventToInsert, insertEvents } from "@chargehand/db/events";
import type { Queryable } from "@chargehand/db/pool";
import { inTransaction } from "@chargehand/db/transaction";
import type { CampaignStatus, CampaignWork, Pace } from "@chargehand/domain/campaigns/campaign";
import type pg from "pg";
import { begin, roomOf } from "./begin";
import { chooseFor, type Wanting } from "./candidates";
import { follow, followed } from "./follow";
import { progressOf } from "./progress";
import { leaveRest, skipGone } from "./settle";
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
    const turns = (await activeCampaigns(db, now)).map(
      (campaign): Turn => ({
        ...{ db, now, campaign },
        tell: (event) => events.push(event),
        station: (id) => stations.add(id),
      }),
    );
    if (turns.length > 0) await carryOn(db, now, turns);
    await insertEvents(db, events);
  });
  return { changed: events.length > 0, stations };
}

/** What is asked of all campaigns is asked once: a turn costs the same however many there are that do nothing. */
async function carryOn(db: Queryable, now: Date, turns: readonly Turn[]) {
  const ids = turns.map(({ campaign }) => campaign.id);
  const changed = await skipGone(db, ids, now);
  const rows = await followed(db, ids);
  for (const turn of turns) {
    const { id, expires_at } = turn.campaign;
    if (await follow(turn, rows.get(id) ?? [])) changed.add(id);
    if (expires_at <= now && (await leaveRest(turn))) changed.add(id);
  }
  const progress = await progressOf(db, ids);
  const going: { turn: Turn; status: CampaignStatus }[] = [];
  const wanting: Wanting[] = [];
  for (const turn of turns) {
    const { moved, status, stages } = await takeSteps(turn, progress.get(turn.campaign.id) ?? []);
    if (moved) changed.add(turn.campaign.id);
    going.push({ turn, status });
    const room = status === "running" ? await roomOf(turn, stages) : 0;
    if (room > 0) wanting.push({ turn, room });
  }
  const chosen = await chooseFor(db, now, wanting);
  for (const { turn, status } of going) {
    const { id } = turn.campaign;
    const stations = chosen.get(id) ?? [];
    if (stations.length > 0) await begin(turn, stations);
    if (changed.has(id) || stations.length > 0)
      turn.tell({ event: { type: "campaign.changed", campaign: id, status } });
  }
}

async function activeCampaigns(client: Queryable, now: Date): Promise<ActiveCampaign[]> {
  const { rows: held } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS held", [
    engineLock,
  ]);
  if (!held[0]?.held) return [];
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
