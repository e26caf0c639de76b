import type { Watch } from "../proof";
import type { Report, ReportOf } from "../report";
import type { StationState } from "../station-state";
import type { Finding } from "./evidence";
import { runsExpected } from "./firmware-proof";

type ProgressWatch = Extract<Watch, { for: "progress" }>;

/** What a report says about work that a station is a while with. */
export function howFar(
  watch: ProgressWatch,
  report: Report,
  { state, command }: { state: StationState; command: number },
): Finding | undefined {
  if (watch.expected !== undefined) return failure(watch, report) ?? runsExpected(watch, report, state);
  if (watch.file) return failure(watch, report) ?? hasArrived(watch, report, command);
  if (report.type === "booted") return newFirmware(watch, report);
  return failure(watch, report) ?? done(watch, report);
}

const done = (watch: ProgressWatch, report: Report) =>
  tellsOf(watch, report, "done")
    ? confirmed(`the station reports ${report.word}${watch.of === "log" ? ", of a file that went elsewhere" : ""}`)
    : undefined;

const failure = (watch: ProgressWatch, report: Report): Finding | undefined =>
  tellsOf(watch, report, "failed")
    ? { proof: "unproven", evidence: `it failed: the station reports ${report.word}` }
    : undefined;

/** A station that gives no number means the only request there is. */
const tellsOf = (
  { of, requestId }: ProgressWatch,
  report: Report,
  state: "done" | "failed",
): report is ReportOf<"progress"> =>
  report.type === "progress" &&
  report.of === of &&
  report.state === state &&
  (report.requestId === undefined || report.requestId === requestId);

/** Only the file counts; that the station says it is uploaded says that it says so. */
function hasArrived(watch: ProgressWatch, report: Report, command: number): Finding | undefined {
  if (report.type === "file-received" && report.command === command)
    return confirmed(`the file ${report.name} arrived, ${report.size} bytes`);
  return tellsOf(watch, report, "done")
    ? { proof: "unproven", evidence: `the station reports ${report.word}, but no file has arrived here` }
    : undefined;
}

/** Some stations say nothing more after they boot for their new firmware, but what they run now. */
function newFirmware({ before }: ProgressWatch, { firmwareVersion }: ReportOf<"booted">): Finding | undefined {
  if (before === undefined || firmwareVersion === undefined || firmwareVersion === before) return undefined;
  return confirmed(`booted with firmware ${firmwareVersion}, after ${before}`);
}

const confirmed = (evidence: string): Finding => ({ proof: "confirmed", evidence });
