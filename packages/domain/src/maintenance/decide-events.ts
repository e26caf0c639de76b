import type { Decision } from "../decision";
import type { TimedEvent } from "../event";
import type { FactNeeded, Facts } from "../facts";
import type { HoldingChange } from "../holding";
import { stationTime } from "../station-time";
import { type VariableReading, variableKey } from "../variable";
import type { Alert } from "./alert";
import type { StationEvent } from "./station-event";

/** What must be known to judge events: the alerts that are open, and how severe the monitors are. */
export const eventFacts = ({ held }: Facts): FactNeeded[] =>
  held ? [] : [{ fact: "held", kinds: ["alert", "monitor"] }];

/** Alerts open and close; and whatever an event says, its variable has that value now. */
export function withEvents<D extends Decision>(
  decision: D,
  reported: readonly StationEvent[],
  { held = [] }: Facts,
  receivedAt: Date,
): D {
  if (reported.length === 0) return decision;
  const open = new Map(held.flatMap(({ kind, key, value }) => (kind === "alert" ? [[key, value] as const] : [])));
  const severities = new Map(
    held.flatMap((each) => (each.kind === "monitor" ? [[each.value.id, each.value.severity]] : [])),
  );
  const holdings: HoldingChange[] = [];
  const events: TimedEvent[] = [];

  for (const event of reported) {
    const meaning = meaningOf(event);
    if (meaning === "reading") continue;
    const { at } = stationTime(event.at, receivedAt);
    if (meaning === "over") {
      for (const [key, alert] of [...open].filter(([, one]) => isAbout(one, event))) {
        open.delete(key);
        holdings.push({ do: "clear", kind: "alert", key });
        events.push({
          event: { type: "alert.cleared", alert: key, ...brief({ ...alert, actual: event.actual }) },
          at,
          receivedAt,
        });
      }
      continue;
    }
    const key = `${variableKey(event.variable)}#${event.monitor ?? ""}`;
    const before = open.get(key);
    const alert = alertFrom(event, {
      severity: event.monitor === undefined ? undefined : severities.get(event.monitor),
      since: before?.since ?? at.toISOString(),
    });
    open.set(key, alert);
    holdings.push({ do: "set", kind: "alert", key, value: alert });
    if (!before) events.push({ event: { type: "alert.opened", alert: key, ...brief(alert) }, at, receivedAt });
  }

  const kept = lastOfEach(holdings);
  const readings = reported.map(
    ({ variable, actual }): VariableReading => ({ variable, attribute: "actual", value: actual }),
  );
  const told: TimedEvent[] = [
    { event: { type: "variables.reported", count: readings.length, last: true }, at: receivedAt, receivedAt },
  ];
  if (kept.length > 0) told.push({ event: { type: "holdings.changed", kinds: ["alert"] }, at: receivedAt, receivedAt });
  return {
    ...decision,
    changes: {
      ...decision.changes,
      variables: readings,
      ...(kept.length > 0 && { holdings: [...(decision.changes.holdings ?? []), ...kept] }),
    },
    events: [...decision.events, ...events, ...told],
  };
}

/** A component that says it has a problem alerts, by whatever way it says so. */
function meaningOf({ trigger, cleared, variable, actual }: StationEvent): "alert" | "over" | "reading" {
  if (cleared) return "over";
  if (variable.name.toLowerCase() === "problem") return actual.trim().toLowerCase() === "true" ? "alert" : "over";
  return trigger === "alerting" ? "alert" : "reading";
}

/** Of the same variable, and of the same monitor as far as both name one. */
const isAbout = (alert: Alert, event: StationEvent) =>
  variableKey(alert.variable) === variableKey(event.variable) &&
  (alert.monitor === undefined || event.monitor === undefined || alert.monitor === event.monitor);

function alertFrom(event: StationEvent, known: { severity: number | undefined; since: string }): Alert {
  const { variable, actual, monitor, session, origin, code, info } = event;
  return {
    variable,
    actual,
    monitor,
    session,
    origin,
    code,
    info,
    severity: event.severity ?? known.severity,
    since: known.since,
  };
}

const brief = ({ variable, actual, severity, code, info }: Alert) => ({ variable, actual, severity, code, info });

/** Changes go to the journal as sets and clears, clears first: only the last word about each thing may stay. */
function lastOfEach(changes: readonly HoldingChange[]): HoldingChange[] {
  return [...new Map(changes.map((change) => ["key" in change ? change.key : "", change])).values()];
}
