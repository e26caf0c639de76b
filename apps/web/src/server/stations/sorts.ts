import { type ConnectorState, connectorStates } from "../../features/connectors/connector-state";
import { whileConnectedSql } from "./shown-state";

interface SortKey {
  /** Over station `s` and what is joined; never null, and unchanged by a trip through JSON. */
  key: string;
  type: "text" | "float8" | 'text COLLATE "C"';
  join?: string;
}

/** Each station's worst connector and since when, as one number: what the list shows first, and what it orders by. */
const worst = `LEFT JOIN (
    SELECT c.station_id, min(${whileConnectedSql((state) => `${rankOf(state)}e13::float8`)} + ${milliseconds("coalesce(c.at, c.received_at)")}) AS worst
    FROM connector c WHERE c.evse > 0 GROUP BY c.station_id
  ) own ON own.station_id = s.id`;

/** While it is away, all of a station is offline, since it left. */
const shownWorst = `CASE WHEN s.connected THEN coalesce(own.worst, ${connectorStates.length}e13::float8)
  ELSE ${rankOf("offline")}e13::float8 + coalesce(${milliseconds("s.disconnected_at")}, 0) END`;

/** By what the list can be ordered. */
export const sortKeys = {
  identity: { key: "s.identity", type: "text" },
  name: { key: "lower(coalesce(s.name, ''))", type: "text" },
  site: { key: "lower(coalesce(site.name, ''))", type: "text", join: "LEFT JOIN site ON site.id = s.site_id" },
  state: { key: shownWorst, type: "float8", join: worst },
  // The longest first is the smallest time.
  since: { key: `(${shownWorst} - floor((${shownWorst}) / 1e13) * 1e13)::float8`, type: "float8", join: worst },
  connectors: {
    key: "coalesce(own.connectors, 0)::float8",
    type: "float8",
    join: `LEFT JOIN (SELECT station_id, count(*) AS connectors FROM connector WHERE evse > 0 GROUP BY station_id
      ) own ON own.station_id = s.id`,
  },
  power: {
    key: "coalesce(drawn.power, 0)::float8",
    type: "float8",
    join: `LEFT JOIN (SELECT station_id, sum(power_w) AS power FROM session WHERE status = 'open' GROUP BY station_id
      ) drawn ON drawn.station_id = s.id`,
  },
  seen: { key: `coalesce(${milliseconds("s.last_seen_at")}, 0)::float8`, type: "float8" },
  version: { key: "coalesce(s.version, '')", type: "text" },
  vendor: { key: "lower(coalesce(s.vendor, '') || ' ' || coalesce(s.model, ''))", type: "text" },
  firmware: { key: "coalesce(s.firmware_key, '')", type: 'text COLLATE "C"' },
} as const satisfies Record<string, SortKey>;

export const stationSorts = Object.keys(sortKeys) as (keyof typeof sortKeys)[]; // Object.keys forgets them

function rankOf(state: ConnectorState) {
  return connectorStates.indexOf(state);
}

function milliseconds(time: string) {
  // Unlike extract(), which takes its time over exact numerals.
  return `date_part('epoch', ${time}) * 1000`;
}
