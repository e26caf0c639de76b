import type { Queryable } from "@chargehand/db/pool";
import type { ListWork } from "@chargehand/domain/campaigns/campaign";
import { verdictOf } from "@chargehand/domain/campaigns/fate";
import { type ListShown, listVerdict } from "@chargehand/domain/campaigns/local-list";
import type { Kind } from "./kind";
import type { Settled } from "./settle";

/** Each station's own list goes to it, by the way that all lists go: here it is only asked for, and watched. */
export const listKind = ({ whole }: ListWork): Kind => ({
  async give(db, stations) {
    const ids = stations.map(({ id }) => id);
    const { rows } = await db.query<{ id: number }>(
      `SELECT s.id FROM station s WHERE s.id = ANY ($1::int[]) AND EXISTS (
         SELECT FROM local_list l WHERE l.enabled AND (l.scope = 'all' OR l.site_id = s.site_id OR l.station_id = s.id))`,
      [ids],
    );
    const listed = new Set(rows.map(({ id }) => id));
    return new Map(
      ids.map((id) => [
        id,
        listed.has(id) ? { watch: "its list goes to it" } : { skip: "No list of tokens is for it." },
      ]),
    );
  },
  verdict: verdictOf,
  watch: (db, campaign, now) => watch(db, { campaign, whole, now }),
  brief: { list: whole ? "whole" : "difference" },
});

/** Asks for the lists of those whose turn it is; tells what became of the others. */
async function watch(
  db: Queryable,
  { campaign, whole, now }: { campaign: number; whole: boolean; now: Date },
): Promise<Settled[]> {
  await db.query(
    `WITH turn AS (
       UPDATE campaign_target SET attempts = 1 WHERE campaign_id = $1 AND state = 'watching' AND attempts = 0
       RETURNING station_id
     )
     INSERT INTO station_list AS h (station_id, state, repairs) SELECT station_id, 'due', $2 FROM turn
     ON CONFLICT (station_id) DO UPDATE
       SET state = 'due', step = 0, repairs = excluded.repairs, command_id = NULL, detail = NULL
       WHERE h.state IN ('idle', 'failed', 'unable') OR $2 > 0`,
    // What is to be mended is sent as a whole.
    [campaign, whole ? 1 : 0],
  );
  const { rows } = await db.query<ListShown & { station: number }>(
    `SELECT t.station_id AS station, t.watching_since AS since, h.state, h.detail, h.held_version AS held
     FROM campaign_target t JOIN station_list h ON h.station_id = t.station_id
     WHERE t.campaign_id = $1 AND t.state = 'watching'`,
    [campaign],
  );
  return rows.flatMap(({ station, ...shown }) => {
    const verdict = listVerdict(shown, now);
    return verdict ? [{ station, ...verdict }] : [];
  });
}
