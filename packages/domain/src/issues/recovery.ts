import type { Command } from "../command";
import { activeChildren, type Issue } from "./issue";

/** What a rule may try before a person is woken. */
export const remedies = ["soft-reset", "hard-reset", "unlock", "ask-status"] as const;
export type Remedy = (typeof remedies)[number];

/** The kinds of issues at a station that is there to be told something. */
export const curableKinds = ["fault", "alert"] as const;

/** When something may be tried, and what. */
export interface RecoveryRule {
  id: number;
  kind: (typeof curableKinds)[number];
  /** Only faults of these codes; of every code when empty. */
  codes: readonly string[];
  /** Only at stations of this vendor, and of this site. */
  vendor?: string;
  site?: number;
  remedy: Remedy;
  /** How long a trouble may take to pass by itself. */
  afterSeconds: number;
}

/** A station in trouble, and when anything was last tried with it. */
export interface Patient {
  vendor?: string;
  site?: number;
  triedAt: readonly Date[];
}

/** Nothing is tried more often than this with a station: a rule must never become the trouble. */
export const mostTries = 2;
export const triesWithinMs = 6 * 60 * 60_000;
/** So long a remedy has to work, from when it was tried. */
export const remedyWorksWithinMs = 10 * 60_000;

/** Whether a rule is meant for an issue. */
export function isMeantFor(rule: RecoveryRule, { kind, about }: Issue, { vendor, site }: Patient): boolean {
  if (rule.kind !== kind) return false;
  if (rule.vendor !== undefined && rule.vendor !== vendor) return false;
  if (rule.site !== undefined && rule.site !== site) return false;
  const code = about.kind === "fault" || about.kind === "alert" ? about.code : undefined;
  return rule.codes.length === 0 || (code !== undefined && rule.codes.includes(code));
}

/** What is to be tried about an issue and when, or nothing: no rule is meant for it, or enough was tried. */
export function nextTry(
  rules: readonly RecoveryRule[],
  issue: Issue,
  patient: Patient,
  now: Date,
): { rule: number; command: Command; dueAt: Date } | undefined {
  if (!("station" in issue.where) || activeChildren(issue).length === 0) return undefined;
  if (patient.triedAt.filter((at) => now.getTime() - at.getTime() < triesWithinMs).length >= mostTries)
    return undefined;
  for (const rule of rules) {
    const command = isMeantFor(rule, issue, patient) && commandFor(rule.remedy, issue);
    if (command) return { rule: rule.id, command, dueAt: new Date(now.getTime() + rule.afterSeconds * 1_000) };
  }
  return undefined;
}

/** The command of a remedy; some need a connector, which not every trouble names. */
function commandFor(remedy: Remedy, issue: Issue): Command | undefined {
  const facts = activeChildren(issue)[0]?.facts;
  const place = facts?.kind === "fault" && facts.evse > 0 ? facts : undefined;
  switch (remedy) {
    case "soft-reset":
      return { type: "reset", when: "idle" };
    case "hard-reset":
      return { type: "reset", when: "now" };
    case "unlock":
      return place && { type: "unlock", evse: place.evse, connector: place.connector ?? 1 };
    case "ask-status":
      return { type: "trigger", message: "status", evse: place?.evse, connector: place?.connector };
  }
}
