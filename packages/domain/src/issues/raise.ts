import { type Draft, keep, openIssues, tell } from "./book";
import { end } from "./end";
import { activeChildren, type Child, type Issue, type Severity, type Symptom, sameAgainMs, severityOf } from "./issue";

/** Where a symptom belongs, if it belongs to no issue yet. */
export interface Home {
  key: string;
  where: Issue["where"];
  severity: Severity;
}

/** The issue that symptoms of one kind and group at a station make. */
export const stationHome = ({ station, group, facts }: Symptom): Home => ({
  key: `${facts.kind}:station:${station}:${group}`,
  where: { station },
  severity: severityOf(facts),
});

/** Puts a symptom where it belongs: into the open issue that had it, into one of its key, or into a new one. */
export function raise(
  draft: Draft,
  symptom: Symptom,
  { at, since = at }: { at: Date; since?: Date },
  home: Home,
): void {
  const open = openIssues(draft);
  const holder = open.find((issue) => isOfKind(issue, symptom) && activeChildren(issue).some(isSame(symptom)));
  if (holder) {
    // What is told of once, and never told to be over, is counted each time.
    if (symptom.facts.kind === "security") {
      keep(draft, { ...holder, children: withChild(holder.children, symptom, since) }, { at, type: "worse", count: 1 });
    }
    // A connector that reports another fault has that one now.
    if (holder.key === home.key || symptom.facts.kind !== "fault") return;
    end(draft, holder, isSame(symptom), at);
  }

  const hadIt = (issue: Issue) => isOfKind(issue, symptom) && issue !== holder && issue.children.some(isSame(symptom));
  const known =
    ("site" in home.where ? undefined : open.find(hadIt)) ??
    open.find(({ key }) => key === home.key) ??
    lastOf(draft, home.key, at);
  if (!known) return void begin(draft, symptom, { at, since }, home);
  const children = withChild(known.children, symptom, since);
  if (known.state === "resolved") reopen(draft, { ...known, children }, at);
  else if (known.state === "watching") comeBack(draft, { ...known, children }, at);
  else keep(draft, { ...known, children }, { at, type: "worse", count: 1 });
}

function begin(draft: Draft, symptom: Symptom, { at, since }: { at: Date; since: Date }, home: Home): void {
  const id = Math.min(0, ...draft.issues.keys()) - 1;
  const { kind } = symptom.facts;
  const children = withChild([], symptom, since);
  keep(
    draft,
    { id, kind, ...home, state: "new", openedAt: at, openings: 1, about: symptom.facts, children },
    { at, type: "opened", count: 1 },
  );
  tell(draft, id, "opened");
}

function reopen(draft: Draft, issue: Issue, at: Date): void {
  const { owner: _owner, resolvedAt: _at, resolvedBy: _by, ...rest } = issue;
  keep(
    draft,
    { ...rest, state: "new", openedAt: at, openings: issue.openings + 1 },
    { at, type: "reopened", count: 1 },
  );
  tell(draft, issue.id, "reopened");
}

function comeBack(draft: Draft, { watchUntil: _watch, ...issue }: Issue, at: Date): void {
  keep(draft, { ...issue, state: openState(issue) }, { at, type: "returned", count: 1 });
}

/** How an issue stands that nothing is being tried about. */
export const openState = ({ owner }: Pick<Issue, "owner">) => (owner === undefined ? "new" : "acknowledged");

/** The latest of its key, if it was over only a while ago. */
const lastOf = (draft: Draft, key: string, at: Date) =>
  [...draft.issues.values()].find(
    (issue) => issue.key === key && issue.resolvedAt && at.getTime() - issue.resolvedAt.getTime() < sameAgainMs,
  );

function withChild(children: readonly Child[], symptom: Symptom, since: Date): Child[] {
  const { station, key, facts } = symptom;
  const before = children.find(isSame(symptom));
  const child = { station, key, facts, since, times: (before?.times ?? 0) + 1 };
  return before ? children.map((one) => (one === before ? child : one)) : [...children, child];
}

const isSame = (symptom: Symptom) => (child: Child) => child.station === symptom.station && child.key === symptom.key;
const isOfKind = ({ kind }: Issue, { facts }: Symptom) => kind === facts.kind;
