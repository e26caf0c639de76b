import type { EventToInsert } from "@chargehand/db/events";
import { activeChildren, type Issue } from "@chargehand/domain/issues/issue";

type Told =
  | { type: "issue.changed" }
  | { type: "issue.opened"; again: boolean }
  | { type: "issue.acknowledged"; by: string }
  | { type: "issue.resolved"; by?: string };

/** What is told of an issue, as an event of its station or, for a whole site, of none. */
export function eventOf(issue: Issue, told: Told): EventToInsert {
  const { id, kind, severity, where, children } = issue;
  const station = "station" in where ? where.station : undefined;
  if (told.type === "issue.changed") return { station, event: { type: told.type, issue: id } };
  const site = "site" in where ? where.site : undefined;
  const brief = { issue: id, kind, severity, site, children: children.length, active: activeChildren(issue).length };
  return { station, event: { ...told, ...brief } };
}
