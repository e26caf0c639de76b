import type { StoredEvent } from "@chargehand/db/events";
import type { DomainEvent, DomainEventType } from "@chargehand/domain/event";
import { graceMs, type SymptomFacts } from "@chargehand/domain/issues/issue";
import type { Signal } from "@chargehand/domain/issues/signal";
import { leastWanted } from "@chargehand/domain/maintenance/monitor";
import type { Attention, Place } from "@chargehand/domain/vocabulary";

/** What must be known of the things that events are about, besides what they say. */
export interface Known {
  stations: ReadonlyMap<number, { site: number | null; approval: string; heartbeatSeconds: number }>;
  /** Commands that a person or a program gave; questions that only bring another's evidence are none. */
  commands: ReadonlySet<number>;
  /** Why sessions need a person, now. */
  sessions: ReadonlyMap<number, readonly Attention[]>;
  /** When new firmware at stations is what we asked them for. */
  updates: ReadonlyMap<number, readonly { from: Date; until: Date }[]>;
}

/** Whether anything may follow from an event. */
export const mayMatter = ({ event, station }: StoredEvent) => station !== undefined && event.type in meanings;

/** What an event means for issues. */
export function signalsOf({ event, at: since, receivedAt: at, station }: StoredEvent, known: Known): Signal[] {
  const about = station === undefined ? undefined : known.stations.get(station);
  if (station === undefined || !about) return [];
  // The table is typed entry by entry; the event picks its own entry.
  const meaning = meanings[event.type] as Meaning<DomainEventType> | undefined;
  const signals = meaning?.(event, { station, at, since, ...about, known }) ?? [];
  return about.approval === "approved" ? signals : signals.filter(({ is }) => is !== "raised" && is !== "lost");
}

interface Circumstances {
  station: number;
  at: Date;
  since: Date;
  site: number | null;
  heartbeatSeconds: number;
  known: Known;
}

type Meaning<T extends DomainEventType> = (event: Extract<DomainEvent, { type: T }>, about: Circumstances) => Signal[];

const connectorIsWell = ({ evse, connector }: Place, { at, station }: Circumstances): Signal[] => [
  { is: "cleared", at, station, kind: "fault", key: placeKey(evse, connector) },
];

const askSession = (session: number, { at, since, station, known }: Circumstances): Signal[] => {
  const attention = known.sessions.get(session);
  if (!attention) return [];
  const key = String(session);
  if (attention.length === 0) return [{ is: "cleared", at, station, kind: "session", key }];
  return [raised({ kind: "session", session, attention }, { at, since, station, key })];
};

const meanings: { [T in DomainEventType]?: Meaning<T> } = {
  "connector.faulted": ({ evse, connector, errorCode, errorInfo }, { at, since, station }) => [
    raised(
      { kind: "fault", evse, connector, code: errorCode, info: errorInfo },
      { at, since, station, key: placeKey(evse, connector), group: errorCode },
    ),
  ],
  "connector.available": connectorIsWell,
  "connector.occupied": connectorIsWell,
  "connector.reserved": connectorIsWell,
  "connector.unavailable": connectorIsWell,
  "station.disconnected": ({ closeCode, closeReason }, { at, station, site, heartbeatSeconds }) => [
    {
      is: "lost",
      at,
      station,
      site: site ?? undefined,
      graceMs: graceMs(heartbeatSeconds),
      byUs: closeCode === weRestart || closeReason === "the gateway died",
      closeReason: closeReason || undefined,
    },
  ],
  "station.connected": (_event, { at, station }) => [{ is: "back", at, station }],
  "station.changed": ({ what }, { at, station }) =>
    what === "retired" || what === "refused" ? [{ is: "removed", at, station }] : [],
  "command.changed": ({ command, commandType, proof }, { at, since, station, known }) => {
    if (proof === "confirmed") return [{ is: "cleared", at, station, kind: "unproven", group: commandType }];
    if (proof !== "unproven" || !known.commands.has(command)) return [];
    const facts = { kind: "unproven", command, commandType } as const;
    return [raised(facts, { at, since, station, key: String(command), group: commandType })];
  },
  "session.attention": ({ session }, about) => askSession(session, about),
  "session.decided": ({ session }, about) => askSession(session, about),
  "session.ended": ({ session }, about) => askSession(session, about),
  "alert.opened": ({ type: _type, alert, ...brief }, { at, since, station }) =>
    (brief.severity ?? leastWanted) > leastWanted
      ? []
      : [raised({ kind: "alert", ...brief }, { at, since, station, key: alert, group: alert })],
  "alert.cleared": ({ alert }, { at, station }) => [{ is: "cleared", at, station, kind: "alert", key: alert }],
  "security.reported": ({ what, critical, info }, about) =>
    critical && !isEveryday(what) && !(what === newFirmware && isAwaited(about))
      ? [raised({ kind: "security", what, info }, { ...about, key: what })]
      : [],
};

/** A symptom that was noticed at `at`, and is by the station's own clock since `since`. */
export const raised = (
  facts: SymptomFacts,
  { at, since, station, key, group = "" }: { at: Date; since: Date; station: number; key: string; group?: string },
): Signal => ({ is: "raised", at, since: since < at ? since : at, symptom: { station, key, group, facts } });

/** What a connector's faults are known by. */
export const placeKey = (evse: number, connector: number | undefined) => `${evse}.${connector ?? ""}`;

const weRestart = 1012;

/** Every start of a station is critical by the list, and seen without it. */
export const everyday: readonly string[] = ["StartupOfTheDevice", "ResetOrReboot", "SettingSystemTime"];
const isEveryday = (what: string) => everyday.includes(what);

/** What a station says when it runs other firmware than before. */
export const newFirmware = "FirmwareUpdated";

/** An update of ours was under way when it happened, or when we heard of it. */
const isAwaited = ({ at, since, station, known }: Circumstances) =>
  known.updates.get(station)?.some(({ from, until }) => [at, since].some((time) => from <= time && time <= until)) ??
  false;
