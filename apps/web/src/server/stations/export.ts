import type { SignedIn } from "../context";
import { type Cell, csvLine } from "../csv";
import { type Writer, write } from "../write";
import { listStations } from "./list";
import type { StationRow } from "./rows";

/** All stations that match as lines of CSV, read page by page; who took them is in the audit. */
export async function* exportStations(context: Writer & Pick<SignedIn, "pool">, q: string): AsyncGenerator<string> {
  await write(context, async (_tx, tell) =>
    tell.audit({ action: "station.export", subject: "stations", after: { q } }),
  );
  yield csvLine(Object.keys(columns));
  for (let cursor: Cursor | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const { rows } = await listStations(context, { q, sort: "identity", descending: false, limit: page, cursor });
    yield rows.map((row) => csvLine(Object.values(columns).map((cell) => cell(row)))).join("");
    const last = rows.at(-1);
    cursor = rows.length === page && last ? [last.identity, last.id] : undefined;
  }
}

type Cursor = [string, number];
const page = 500;

/** The columns of the file, units in their heads. */
const columns: Record<string, (station: StationRow) => Cell> = {
  identity: ({ identity }) => identity,
  name: ({ name }) => name,
  site: ({ site }) => site?.name,
  vendor: ({ vendor }) => vendor,
  model: ({ model }) => model,
  firmware: ({ firmwareVersion }) => firmwareVersion,
  ocpp_version: ({ version }) => version,
  approval: ({ approval }) => approval,
  connected: ({ connected }) => connected,
  last_seen_utc: ({ lastSeenAt }) => lastSeenAt,
  connectors: ({ connectors }) => connectors.filter(({ evse }) => evse > 0).length,
  connector_states: ({ connectors }) =>
    connectors
      .filter(({ evse }) => evse > 0)
      .map(stateOf)
      .join(" "),
  faults: ({ connectors }) =>
    connectors
      .filter(({ status }) => status === "faulted")
      .map(faultOf)
      .join(" "),
  power_kw: ({ powerW }) => (powerW === null ? null : powerW / 1_000),
  tags: ({ tags }) => tags.join(" "),
};

const stateOf = ({ evse, connector, status, activity }: StationRow["connectors"][number]) =>
  `${evse}.${connector}:${activity ?? status}`;

const faultOf = ({ evse, connector, errorCode, vendorErrorCode }: StationRow["connectors"][number]) =>
  `${evse}.${connector}:${[errorCode, vendorErrorCode].filter(Boolean).join("/") || "unknown"}`;
