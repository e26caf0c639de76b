import type { Queryable } from "@chargehand/db/pool";
import type { FirmwareWork } from "@chargehand/domain/campaigns/campaign";
import { retrieveTime, sessionVerdict, updateVerdict, whyNotUpdated } from "@chargehand/domain/campaigns/firmware";
import type { FirmwareUpdate } from "@chargehand/domain/orders/maintenance";
import { supportOf } from "../commands/support";
import type { Given, Kind, StationFacts } from "./kind";
import type { Settled } from "./settle";

/** Each station of a vendor and model gets new firmware; only its boot with it is proof, or even a car that charged after it. */
export const firmwareKind = (work: FirmwareWork): Kind => ({
  async give(_, stations, now) {
    return new Map(stations.map((station) => [station.id, givenTo(work, station, now)]));
  },
  verdict: (fate, when) => updateVerdict(work, fate, when),
  watch: work.sessionWithinSeconds ? (db, campaign, now) => watch(db, { campaign, work, now }) : undefined,
  exclusive: "update-firmware",
  brief: { version: work.version, ...(work.image === undefined ? {} : { image: work.image }) },
});

function givenTo(work: FirmwareWork, station: StationFacts, now: Date): Given {
  const reason = whyNotUpdated(work, station);
  if (reason !== undefined) return { skip: reason };
  const { version, image, location, signature, certificate, signed, installAt, retries, retrySeconds } = work;
  const told: FirmwareUpdate = {
    type: "update-firmware",
    version,
    retrieveAt: retrieveTime(work, station, now),
    ...{ installAt, retries, retrySeconds },
    ...(image === undefined ? { location, signature, certificate } : { image, unsigned: signed ? undefined : true }),
  };
  // Whether an image comes with a signature is known to its campaign; a version may have no words for one.
  const support = supportOf(station.version, signed && image !== undefined ? { ...told, ...anySignature } : told);
  return support.supported ? { tell: told } : { skip: support.reason };
}

const anySignature = { signature: "AA==", certificate: "-" };

/** Sessions that began and ended since their stations booted with the new version. */
async function watch(
  db: Queryable,
  { campaign, work, now }: { campaign: number; work: FirmwareWork; now: Date },
): Promise<Settled[]> {
  const { rows } = await db.query<WatchedRow>(
    `SELECT t.station_id, t.watching_since, t.attempts, s.firmware_version, x.good, x.bad
     FROM campaign_target t JOIN station s ON s.id = t.station_id CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE ${isGood})::int AS good, count(*) FILTER (WHERE NOT (${isGood}))::int AS bad
       FROM session x
       WHERE x.station_id = t.station_id AND x.received_at >= t.watching_since AND x.status = 'ended' AND NOT x.offline
     ) x
     WHERE t.campaign_id = $1 AND t.state = 'watching'`,
    [campaign],
  );
  return rows.flatMap((row) => {
    const verdict = sessionVerdict(
      work,
      {
        since: row.watching_since,
        firmwareVersion: row.firmware_version,
        good: row.good,
        bad: row.bad,
        told: row.attempts > 0,
      },
      now,
    );
    return verdict ? [{ station: row.station_id, ...verdict }] : [];
  });
}

/** It gave energy, and no fault of the station ended it. */
const isGood = `coalesce(x.meter_end_wh, x.meter_wh, 0) > coalesce(x.meter_start_wh, 0)
  AND coalesce(x.stop_reason, '') NOT IN ('GroundFault', 'OvercurrentFault', 'PowerQuality', 'Reboot')`;

interface WatchedRow {
  station_id: number;
  watching_since: Date;
  attempts: number;
  firmware_version: string | null;
  good: number;
  bad: number;
}
