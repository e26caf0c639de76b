import type { Issue } from "./issue";
import type { Silence } from "./signal";

/** What must be known to decide: open issues, those that may come back, and who is silent, of the stations concerned. */
export interface Book {
  issues: readonly Issue[];
  silences: readonly Silence[];
  /** How many stations each site counts that ever were connected. */
  sites: ReadonlyMap<number, number>;
}

/** A line of an issue's history. */
export interface IssueEntry {
  issue: number;
  at: Date;
  type: EntryType;
  /** Of how many children it tells. */
  count?: number;
}

type EntryType = "opened" | "reopened" | "worse" | "better" | "watching" | "returned" | "resolved" | "unmuted";

/** What the world is told of an issue. */
export interface IssueNews {
  issue: number;
  what: "opened" | "reopened" | "resolved" | "changed";
}

/** What follows: whole issues and silences to be kept, their history, and what is to be told. */
export interface IssueDecision {
  issues: Issue[];
  silences: Silence[];
  /** Stations that are not silent any more. */
  heard: number[];
  entries: IssueEntry[];
  news: IssueNews[];
}

/** A decision while it is being made. */
export interface Draft {
  issues: Map<number, Issue>;
  silences: Map<number, Silence>;
  sites: ReadonlyMap<number, number>;
  touched: Set<number>;
  touchedSilences: Set<number>;
  entries: IssueEntry[];
  news: Map<number, IssueNews["what"]>;
}

export const openBook = ({ issues, silences, sites }: Book): Draft => ({
  issues: new Map(issues.map((issue) => [issue.id, issue])),
  silences: new Map(silences.map((silence) => [silence.station, silence])),
  sites,
  touched: new Set(),
  touchedSilences: new Set(),
  entries: [],
  news: new Map(),
});

export const closeBook = (draft: Draft): IssueDecision => ({
  issues: [...draft.touched].flatMap((id) => draft.issues.get(id) ?? []),
  silences: [...draft.touchedSilences].flatMap((station) => draft.silences.get(station) ?? []),
  heard: [...draft.touchedSilences].filter((station) => !draft.silences.has(station)),
  entries: draft.entries,
  news: [...draft.news].map(([issue, what]) => ({ issue, what })),
});

export const openIssues = (draft: Draft) => [...draft.issues.values()].filter(({ state }) => state !== "resolved");

/** Keeps an issue as it is now, and what is to be said about it. */
export function keep(draft: Draft, issue: Issue, ...entries: Omit<IssueEntry, "issue">[]): Issue {
  draft.issues.set(issue.id, issue);
  draft.touched.add(issue.id);
  if (!draft.news.has(issue.id)) draft.news.set(issue.id, "changed");
  for (const entry of entries) note(draft, { issue: issue.id, ...entry });
  return issue;
}

/** What is told last of an issue stands; only that something changed never covers anything. */
export const tell = (draft: Draft, issue: number, what: IssueNews["what"]) => draft.news.set(issue, what);

export function keepSilence(draft: Draft, silence: Silence): void {
  draft.silences.set(silence.station, silence);
  draft.touchedSilences.add(silence.station);
}

export function dropSilence(draft: Draft, station: number): void {
  if (draft.silences.delete(station)) draft.touchedSilences.add(station);
}

/** Forty stations that come back are one line, not forty; and so are those an issue is opened for. */
function note(draft: Draft, entry: IssueEntry): void {
  const last = draft.entries.findLast(({ issue }) => issue === entry.issue);
  const isOne = last?.type === entry.type || (entry.type === "worse" && last?.at.getTime() === entry.at.getTime());
  if (last?.count !== undefined && entry.count !== undefined && isOne) {
    last.count += entry.count;
    last.at = entry.at;
  } else draft.entries.push({ ...entry });
}
