import { type VariableRef, variableKey } from "@chargehand/domain/variable";
import type { Attention } from "@chargehand/domain/vocabulary";
import type { Overview } from "@/server/now/overview";
import { addresses } from "../addresses";
import type { ConnectorFault } from "../connectors/connector-view";
import { faultOf } from "../connectors/connectors-of";
import type { NeedOfPerson } from "./now-view";

/** How needs are said: the words come from whoever shows them. */
export interface NeedWords {
  fault(fault: ConnectorFault): string;
  alert(variable: VariableRef, severity: number | undefined): string;
  security(count: number): string;
  silentStation(): string;
  silentSite(stations: number): string;
  session(attention: Attention): string;
  refused(reason: string): string;
  nameless(): string;
  tries(count: number, from: string): string;
}

/** What does not heal by itself, worst first: faults, silence, sessions that do not add up, callers turned away. */
export function needsOf(overview: Overview, words: NeedWords): NeedOfPerson[] {
  return [
    ...overview.faulted.rows.map((row) => faultNeed(row, words)),
    ...overview.alerts.map((alert) => alertNeed(alert, words)),
    ...overview.security.map((critical) => securityNeed(critical, words)),
    ...silences(overview, words),
    ...overview.attention.map((session) => sessionNeed(session, words)),
    ...overview.refused.map((caller) => refusalNeed(caller, words)),
  ];
}

function faultNeed(row: Overview["faulted"]["rows"][number], words: NeedWords): NeedOfPerson {
  const { station, site, evse, connector, since, errorInfo } = row;
  return {
    id: `fault ${station.id} ${evse} ${connector}`,
    kind: "fault",
    title: words.fault(faultOf(row)),
    where: site ?? undefined,
    station: `${station.identity}${evse > 0 ? ` #${evse}` : ""}`,
    href: addresses.station(station.identity),
    since,
    note: errorInfo ?? undefined,
  };
}

function alertNeed({ station, site, alert }: Overview["alerts"][number], words: NeedWords): NeedOfPerson {
  const { variable, severity, since, actual, code, info } = alert;
  return {
    id: `alert ${station.id} ${variableKey(variable)} ${alert.monitor ?? ""}`,
    kind: "alert",
    title: words.alert(variable, severity),
    where: site ?? undefined,
    station: station.identity,
    href: addresses.stationMaintenance(station.identity),
    since: new Date(since),
    note: [actual, code, info].filter(Boolean).join(" · "),
  };
}

function securityNeed(critical: Overview["security"][number], words: NeedWords): NeedOfPerson {
  const { station, site, count, since, what } = critical;
  return {
    id: `security ${station.id}`,
    kind: "security",
    title: words.security(count),
    where: site ?? undefined,
    station: station.identity,
    href: addresses.stationMaintenance(station.identity),
    since,
    note: what.join(", "),
  };
}

/** A site all of whose stations are silent is one need, and most likely one cause. */
function silences({ offline, sites }: Overview, words: NeedWords): NeedOfPerson[] {
  const dark = sites.filter(({ stations, connected }) => stations > 1 && connected === 0).map(({ name }) => name);
  const lone = offline.rows.filter(({ site }) => site === null || !dark.includes(site));
  return [
    ...dark.flatMap((name): NeedOfPerson[] => {
      const silent = offline.rows.filter(({ site }) => site === name);
      const [last] = silent;
      if (!last) return [];
      return [
        {
          id: `site ${name}`,
          kind: "offline",
          title: words.silentSite(silent.length),
          where: name,
          href: `${addresses.stations}?q=${encodeURIComponent(`site:"${name}"`)}`,
          since: last.since,
          note: last.closeReason ?? undefined,
        },
      ];
    }),
    ...lone.map(
      ({ id, identity, site, since, closeReason }): NeedOfPerson => ({
        id: `offline ${id}`,
        kind: "offline",
        title: words.silentStation(),
        where: site ?? undefined,
        station: identity,
        href: addresses.station(identity),
        since,
        note: closeReason ?? undefined,
      }),
    ),
  ];
}

function sessionNeed(session: Overview["attention"][number], words: NeedWords): NeedOfPerson {
  const { id, station, site, evse, attention, startedAt, receivedAt } = session;
  return {
    id: `session ${id}`,
    kind: "session",
    title: attention.map(words.session).join(", "),
    where: site?.name,
    station: `${station.identity}${evse ? ` #${evse}` : ""}`,
    href: addresses.session(String(id)),
    since: startedAt ?? receivedAt,
  };
}

function refusalNeed(caller: Overview["refused"][number], words: NeedWords): NeedOfPerson {
  const { identity, remoteAddress, reason, tries, firstAt } = caller;
  return {
    id: `refused ${identity} ${remoteAddress} ${reason}`,
    kind: "refused",
    title: words.refused(reason),
    ...(identity === null ? { where: words.nameless() } : { station: identity }),
    href: addresses.refusals,
    since: firstAt,
    note: words.tries(tries, remoteAddress),
  };
}
