import { NotFound, Refused } from "../errors";
import { type Writer, write } from "../write";

/** Has a station's list brought to it; its gateway asks first what it holds, and then says the least it must. */
export const sendList = (context: Writer, station: number) =>
  write(context, async (tx, tell) => {
    const row = await tx.station.findUnique({ where: { id: station } });
    if (!row) throw new NotFound(`There is no station number ${station}.`);
    if (row.approval !== "approved") throw new Refused(`${row.identity} is ${row.approval}; approve it first.`);
    // Somebody waits for it.
    const due = { state: "due", urgent: true, step: 0, repairs: 0, commandId: null, detail: null };
    await tx.stationList.upsert({ where: { stationId: station }, create: { stationId: station, ...due }, update: due });
    tell.audit({ action: "local-list.send", subject: `station:${station}`, after: { state: "due" } });
    tell.event({ station, event: { type: "holdings.changed", kinds: ["local-list"] } });
    tell.station(station);
  });

/** Has a list brought to every station it is for. */
export const sendListToAll = (context: Writer, id: number) =>
  write(context, async (tx, tell) => {
    const list = await tx.localList.findUnique({ where: { id } });
    if (!list) throw new NotFound("This list has been removed.");
    const stations = await tx.$queryRaw<{ station_id: number }[]>`
      INSERT INTO station_list AS h (station_id, state)
      SELECT s.id, 'due' FROM station s
      WHERE s.approval = 'approved' AND ${id} = (
        SELECT l.id FROM local_list l
        WHERE l.enabled AND (l.scope = 'all' OR l.site_id = s.site_id OR l.station_id = s.id)
        ORDER BY l.station_id IS NULL, l.site_id IS NULL LIMIT 1
      )
      ON CONFLICT (station_id) DO UPDATE SET state = 'due', step = 0, repairs = 0, command_id = NULL, detail = NULL
      WHERE h.state IN ('idle', 'failed', 'unable')
      RETURNING station_id`;
    tell.audit({
      action: "local-list.send-to-all",
      subject: `local-list:${list.scope}`,
      after: { stations: stations.length },
    });
    for (const { station_id: station } of stations) {
      tell.event({ station, event: { type: "holdings.changed", kinds: ["local-list"] } });
    }
    return { stations: stations.length };
  });
