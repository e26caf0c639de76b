import { activeChildren, type Issue, isClosedByPerson } from "./issue";
import { openState } from "./raise";

/** What a person does about an issue. */
export type IssueAction =
  | { do: "acknowledge" }
  /** Gives it to somebody, or to nobody. */
  | { do: "assign"; to?: string }
  | { do: "mute"; until: Date }
  | { do: "unmute" }
  /** Says that it is over, where no station can show it. */
  | { do: "close" };

export type ActOutcome = { issue: Issue } | { refused: "resolved" | "station-shows" | "past" };

/** What becomes of an issue that a person does something about. */
export function actOnIssue(issue: Issue, action: IssueAction, { by, at }: { by: string; at: Date }): ActOutcome {
  if (issue.state === "resolved") return { refused: "resolved" };
  switch (action.do) {
    case "acknowledge":
      return { issue: owned(issue, by) };
    case "assign":
      return { issue: owned(issue, action.to) };
    case "mute":
      return action.until <= at ? { refused: "past" } : { issue: { ...issue, mutedUntil: action.until } };
    case "unmute":
      return { issue: { ...issue, mutedUntil: undefined } };
    case "close":
      if (!isClosedByPerson(issue.kind)) return { refused: "station-shows" };
      return { issue: closed(issue, { by, at }) };
  }
}

function owned(issue: Issue, owner: string | undefined): Issue {
  const isOpen = issue.state === "new" || issue.state === "acknowledged";
  return { ...issue, owner, state: isOpen ? openState({ owner }) : issue.state };
}

function closed(issue: Issue, { by, at }: { by: string; at: Date }): Issue {
  const active = activeChildren(issue);
  const children = issue.children.map((child) => (active.includes(child) ? { ...child, clearedAt: at } : child));
  return { ...issue, children, state: "resolved", resolvedAt: at, resolvedBy: by, watchUntil: undefined };
}
