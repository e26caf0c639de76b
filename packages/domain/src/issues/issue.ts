import type { CommandType } from "../command";
import type { AlertInBrief } from "../maintenance/alert";
import type { Attention, Place } from "../vocabulary";

/** What may be wrong with a station. */
export const issueKinds = ["fault", "offline", "alert", "security", "unproven", "session", "drift"] as const;
export type IssueKind = (typeof issueKinds)[number];

/** How soon somebody should look, the most urgent first. */
export const severities = ["critical", "major", "minor"] as const;
export type Severity = (typeof severities)[number];

/** `recovering`: a rule is trying to mend it. `watching`: the station shows that it is over, and has to stay so for a while. */
export const issueStates = ["new", "acknowledged", "recovering", "watching", "resolved"] as const;
export type IssueState = (typeof issueStates)[number];

/** What exactly is wrong, in the words of whoever reported it. */
export type SymptomFacts =
  | ({ kind: "fault"; code?: string; info?: string } & Place)
  | { kind: "offline"; closeReason?: string }
  | ({ kind: "alert" } & AlertInBrief)
  | { kind: "security"; what: string; info?: string }
  | { kind: "unproven"; command: number; commandType: CommandType }
  | { kind: "session"; session: number; attention: readonly Attention[] }
  /** A variable was as its template says, and became something else. */
  | { kind: "drift"; component: string; name: string; desired: string; reported: string };

/** One thing that is wrong at one station. The same thing has the same key, however often it is told. */
export interface Symptom {
  station: number;
  /** Tells it from the others of its kind at its station. */
  key: string;
  /** Symptoms of one kind and group at a station are one issue. */
  group: string;
  facts: SymptomFacts;
}

/** A symptom as its issue holds it. */
export interface Child {
  station: number;
  key: string;
  facts: SymptomFacts;
  since: Date;
  /** When the station showed that it is over. */
  clearedAt?: Date;
  /** How often it came. */
  times: number;
}

/** Something a person should know of, with all that is most likely the same trouble. */
export interface Issue {
  /** Below zero until it is written down. */
  id: number;
  /** Of all issues of one key at most one is open. */
  key: string;
  kind: IssueKind;
  where: { station: number } | { site: number };
  severity: Severity;
  state: IssueState;
  /** Who looks after it. */
  owner?: string;
  /** It goes on as before, but nobody is told. */
  mutedUntil?: Date;
  openedAt: Date;
  /** How often it was opened: an issue that comes back soon is the same one. */
  openings: number;
  watchUntil?: Date;
  resolvedAt?: Date;
  /** Who closed it, where no station could show that it is over. */
  resolvedBy?: string;
  /** The symptom that it was opened for. */
  about: SymptomFacts;
  children: readonly Child[];
}

/** The symptoms that still are. */
export const activeChildren = ({ children }: Pick<Issue, "children">) =>
  children.filter(({ clearedAt }) => clearedAt === undefined);

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** So long a station that lost its connection may be gone before anybody is told: its own heartbeat, within reason. */
export const graceMs = (heartbeatSeconds: number) => Math.min(Math.max(heartbeatSeconds * second, minute), hour);

/** Stations of a site that fall silent within this of each other have one cause. */
export const togetherMs = 20 * second;

/** An issue that comes back within this is the same one. */
export const sameAgainMs = 24 * hour;

/** So long a station has to stay well until its issue is over. Where nothing can come back, not at all. */
export const watchMs: Record<IssueKind, number> = {
  fault: 10 * minute,
  offline: 10 * minute,
  alert: 10 * minute,
  security: 0,
  unproven: 0,
  session: 0,
  drift: 0,
};

/** Of these no station can show that they are over: a person says so. */
export const isClosedByPerson = (kind: IssueKind) => kind === "security" || kind === "unproven" || kind === "session";

/** How soon somebody should look at a station with this. A whole site without power is always critical. */
export function severityOf(facts: SymptomFacts): Severity {
  if (facts.kind === "alert") return alertSeverities[facts.severity ?? 5] ?? "minor";
  return usual[facts.kind];
}

const usual = {
  fault: "major",
  offline: "major",
  security: "critical",
  unproven: "minor",
  session: "minor",
  drift: "minor",
} as const satisfies Record<Exclude<IssueKind, "alert">, Severity>;

/** By the station's own scale, where 0 is danger. */
const alertSeverities: readonly Severity[] = ["critical", "critical", "critical", "major", "major"];
