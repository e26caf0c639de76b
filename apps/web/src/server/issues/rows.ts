import {
  type Child,
  type Issue,
  type IssueKind,
  type IssueState,
  type Severity,
  type SymptomFacts,
  severities,
} from "@chargehand/domain/issues/issue";

/** The columns of an issue as the domain takes it; `i` is the issue. */
export const issueColumns = `i.id, i.key, i.kind, i.station_id, i.site_id, i.severity, i.state, i.owner_id, i.muted_until,
  i.opened_at, i.openings, i.watch_until, i.resolved_at, i.resolved_by, i.about`;

export interface IssueSqlRow {
  id: number;
  key: string;
  kind: IssueKind;
  station_id: number | null;
  site_id: number | null;
  severity: number;
  state: IssueState;
  owner_id: string | null;
  muted_until: Date | null;
  opened_at: Date;
  openings: number;
  watch_until: Date | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  about: SymptomFacts;
}

export interface ChildSqlRow {
  issue_id: number;
  station_id: number;
  key: string;
  facts: SymptomFacts;
  since: Date;
  cleared_at: Date | null;
  times: number;
}

/** An issue out of its row and those of its children. */
export const toIssue = (row: IssueSqlRow, children: readonly Child[]): Issue => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  where: row.site_id === null ? { station: row.station_id ?? 0 } : { site: row.site_id },
  severity: severityOfRank(row.severity),
  state: row.state,
  owner: row.owner_id ?? undefined,
  mutedUntil: row.muted_until ?? undefined,
  openedAt: row.opened_at,
  openings: row.openings,
  watchUntil: row.watch_until ?? undefined,
  resolvedAt: row.resolved_at ?? undefined,
  resolvedBy: row.resolved_by ?? undefined,
  about: row.about,
  children,
});

export const toChild = (row: ChildSqlRow): Child => ({
  station: row.station_id,
  key: row.key,
  facts: row.facts,
  since: row.since,
  clearedAt: row.cleared_at ?? undefined,
  times: row.times,
});

/** Severities are kept as numbers, so that an index has the most urgent first. */
export const rankOf = (severity: Severity) => severities.indexOf(severity) + 1;
export const severityOfRank = (rank: number): Severity => severities[rank - 1] ?? "minor";
