import { type Draft, keep, tell } from "./book";
import { activeChildren, type Child, type Issue, watchMs } from "./issue";

/** Takes symptoms as over. The last one puts its issue under watch, or ends it where nothing can come back. */
export function end(draft: Draft, issue: Issue, isMeant: (child: Child) => boolean, at: Date): void {
  const cleared = activeChildren(issue).filter(isMeant);
  if (cleared.length === 0) return;
  const children = issue.children.map((child) => (cleared.includes(child) ? { ...child, clearedAt: at } : child));
  const left = keep(draft, { ...issue, children }, { at, type: "better", count: cleared.length });
  if (activeChildren(left).length > 0) return;

  const watch = watchMs[issue.kind];
  if (watch === 0) resolve(draft, left, at);
  else
    keep(draft, { ...left, state: "watching", watchUntil: new Date(at.getTime() + watch) }, { at, type: "watching" });
}

/** Closes an issue whose station has shown that it is over. */
export function resolve(draft: Draft, { watchUntil: _watch, ...issue }: Issue, at: Date): void {
  keep(draft, { ...issue, state: "resolved", resolvedAt: at }, { at, type: "resolved" });
  tell(draft, issue.id, "resolved");
}
