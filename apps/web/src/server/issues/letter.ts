import type { SymptomFacts } from "@chargehand/domain/issues/issue";
import type { IssueRow } from "./list";

/** What a letter says of some issues: one by its name, several by how many there are. */
export function letterOf(issues: readonly IssueRow[], consoleUrl: string): { subject: string; text: string } {
  const [first] = issues;
  if (!first) return { subject: "", text: "" };
  const subject =
    issues.length === 1 ? `${first.severity}: ${titleOf(first)}` : `${issues.length} issues, ${titleOf(first)} first`;
  const lines = issues.slice(0, mostNamed).map((issue) => linesOf(issue, consoleUrl));
  const more = issues.length > mostNamed ? [`… and ${issues.length - mostNamed} more: ${consoleUrl}/issues`] : [];
  return { subject: oneLine(subject), text: [...lines, ...more].join("\n\n") };
}

const mostNamed = 20;

function linesOf(issue: IssueRow, consoleUrl: string): string {
  const { id, severity, openedAt, openings } = issue;
  return [
    titleOf(issue),
    `${severity}, since ${openedAt.toISOString()}${openings > 1 ? `, opened for the ${ordinal(openings)} time` : ""}`,
    `${consoleUrl}/issues/${id}`,
  ].join("\n");
}

/** An issue in a few words. Letters are written in English: whoever reads them may share a mailbox. */
export function titleOf({ about, station, site, active, children }: IssueRow): string {
  const where = station ? `${station.identity}${site ? ` (${site.name})` : ""}` : (site?.name ?? "");
  if (!station) return `${where}: ${active} of ${children} stations offline`;
  return `${where}: ${whatOf(about)}${children > 1 ? `, ${children} times` : ""}`;
}

function whatOf(facts: SymptomFacts): string {
  switch (facts.kind) {
    case "fault":
      return `connector ${facts.evse} faulted${facts.code ? `, ${facts.code}` : ""}`;
    case "offline":
      return "offline";
    case "alert":
      return `${facts.variable.component}.${facts.variable.name} is ${facts.actual}`;
    case "security":
      return `security event ${facts.what}`;
    case "unproven":
      return `${facts.commandType} was accepted and never seen to happen`;
    case "session":
      return `session ${facts.session} does not add up`;
    case "drift":
      return `${facts.name} is ${facts.reported}, and is to be ${facts.desired}`;
  }
}

const ordinal = (count: number) => (count === 2 ? "second" : count === 3 ? "third" : `${count}th`);

/** A header is one line, whatever a station calls itself. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, " ").slice(0, 200);
