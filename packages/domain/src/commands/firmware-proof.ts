import type { Command } from "../command";
import type { ProofPlan, Watch } from "../proof";
import type { Report } from "../report";
import type { StationState } from "../station-state";
import type { Finding } from "./evidence";

type ProgressWatch = Extract<Watch, { for: "progress" }>;

/** The proof of an update whose version is known: that "installed" is a claim, and the next boot with it the proof. */
export function asWished(plan: ProofPlan | undefined, command: Command): ProofPlan | undefined {
  if (plan?.watch.for !== "progress" || command.type !== "update-firmware" || command.version === undefined)
    return plan;
  return { ...plan, watch: { ...plan.watch, expected: command.version } };
}

/** What a report says about an update whose version is known; a failure that the station tells of is told elsewhere. */
export function runsExpected(
  watch: ProgressWatch,
  report: Report,
  { firmwareVersion }: StationState,
): Finding | undefined {
  const { expected } = watch;
  const { claimed, booted } = withClaim(watch, report);
  if (report.type === "booted" && report.firmwareVersion === expected)
    return confirmed(`booted with firmware ${expected}`);
  if (claimed && booted !== undefined) {
    return {
      proof: "unproven",
      evidence: `it says that it is installed, but booted with firmware ${booted}, not ${expected}`,
    };
  }
  // It ran this version before: no boot will tell it from another.
  if (claimed && firmwareVersion === expected)
    return confirmed(`it says that it is installed, and runs firmware ${expected}`);
  return undefined;
}

/** The watch once the station has said that it is done, or has booted with something else; the same one where nothing is new. */
export function withClaim(watch: ProgressWatch, report: Report): ProgressWatch {
  if (watch.expected === undefined) return watch;
  if (report.type === "booted" && report.firmwareVersion !== undefined && report.firmwareVersion !== watch.expected) {
    return { ...watch, booted: report.firmwareVersion };
  }
  const isDone = report.type === "progress" && report.of === watch.of && report.state === "done";
  const isOurs = isDone && (report.requestId === undefined || report.requestId === watch.requestId);
  return isOurs && !watch.claimed ? { ...watch, claimed: true } : watch;
}

const confirmed = (evidence: string): Finding => ({ proof: "confirmed", evidence });
