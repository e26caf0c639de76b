import type { VariableWrite } from "@chargehand/domain/command";
import type { BootPolicy } from "@chargehand/domain/stations/boot-policy";
import type { Queryable } from "./pool";

/** How the boot of a station is to be answered: by its own policy, else the network's, else it is accepted. */
export async function loadBootPolicy(client: Queryable, station: number): Promise<BootPolicy> {
  const { rows } = await client.query<{
    policy: BootPolicy["policy"];
    writes: VariableWrite[];
    told: number;
    open: number;
  }>(
    // What was written counts for a quarter of an hour: the boot it was written for has come again by then.
    `SELECT p.policy, p.writes, told.count AS told, told.open FROM boot_policy p, LATERAL (
       SELECT count(*)::int AS count,
         count(*) FILTER (WHERE c.delivery IN ('held', 'queued') OR c.delivery = 'sent' AND c.answer IS NULL)::int AS open
       FROM command c WHERE c.station_id = $1 AND c.type = 'write-variables' AND c.origin = 'system'
         AND c.probe_of IS NULL AND p.writes @> (c.command->'writes') AND c.created_at > now() - interval '15 minutes'
     ) told
     WHERE p.station_id = $1 OR p.station_id IS NULL
     ORDER BY p.station_id NULLS LAST LIMIT 1`,
    [station],
  );
  const [row] = rows;
  if (!row) return { policy: "accept", writes: [], configured: "done" };
  const { policy, writes, told, open } = row;
  return { policy, writes, configured: told === 0 ? "no" : open > 0 ? "asked" : "done" };
}
