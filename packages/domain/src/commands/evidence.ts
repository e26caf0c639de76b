import { withinLimits } from "../charging/within-limits";
import type { Decision } from "../decision";
import type { Watch } from "../proof";
import type { Report, ReportOf, SessionReport } from "../report";
import { formatSequenceSet } from "../sequence-set";
import type { ProvingCommand, StationState } from "../station-state";
import { variableKey } from "../variable";
import { foldToken, type Place } from "../vocabulary";
import { alreadySo } from "./already-so";
import { displayed, inForce } from "./evidence-display";
import { howFar } from "./evidence-progress";
import { isWholeWith, missingParts, withPart } from "./parts";
import { concerns, partFor, says, saysReserved } from "./recognise";
import { cameBack } from "./restarted";
import { sameValue } from "./same-value";

/** What a report says about a command: it happened, or it plainly did not. */
export interface Finding {
  proof: "confirmed" | "unproven";
  /** In words, for the operator. */
  evidence: string;
}

/** A station's clock may be this wrong and a start still count as ours. */
const clockToleranceMs = 120_000;

type Judge<F extends Watch["for"]> = (
  watch: Extract<Watch, { for: F }>,
  report: Report,
  context: { decision: Decision; proving: ProvingCommand },
) => Finding | undefined;

const judges: { [F in Watch["for"]]: Judge<F> } = {
  "session-started": (watch, report, { decision, proving }) =>
    report.type === "session" && startedBy(watch, report, proving)
      ? confirmed(
          `session ${decision.session ?? ""} started${report.place ? ` on ${words(report.place, decision.state)}` : ""}`,
        )
      : undefined,
  "session-ended": (watch, report, { decision }) =>
    report.type === "session" &&
    report.phase === "ended" &&
    (report.session === watch.session ||
      (decision.outcome.type === "session" && decision.outcome.session === watch.session))
      ? confirmed(`the session ended, reason ${report.stopReason ?? "not said"}`)
      : undefined,
  boot: (_watch, report) =>
    report.type === "booted" && !report.triggered
      ? confirmed(`booted${report.reason ? `, reason ${report.reason}` : ""}`)
      : undefined,
  restarted: (watch, report, { decision }) => cameBack(watch, report, decision.state),
  availability: (watch, report, { decision }) =>
    report.type === "connector-status" && alreadySo(decision.state, watch)
      ? confirmed(watch.operative ? "reported in service" : "reported out of service")
      : undefined,
  message: ({ message, place }, report) =>
    says[message](report) && (!place || concerns(report, place)) ? confirmed("the message arrived") : undefined,
  variables: (watch, report) => (report.type === "variables" ? readBack(watch, report) : undefined),
  report: (watch, report) => wholeReport(watch, report),
  stream: (watch, report) => (report.type === "streams" ? atPace(watch, report) : undefined),
  progress: (watch, report, { decision, proving }) =>
    howFar(watch, report, { state: decision.state, command: proving.id }),
  reserved: ({ place }, report) =>
    report.type === "connector-status" && saysReserved(report, place) ? confirmed("reported reserved") : undefined,
  "local-list": (watch, report) => (report.type === "local-list" ? sameList(watch, report) : undefined),
  named: ({ kind, key }, report) =>
    report.type === "part" && report.holdings?.some((each) => each.kind === kind && each.key === key)
      ? confirmed("the station names it among what it holds")
      : undefined,
  limit: (watch, report, { decision }) =>
    report.type === "held" ? withinLimits(watch, report, decision.state) : undefined,
  displayed: (watch, report) => displayed(watch, report),
  "session-tariff": ({ session, name }, report) =>
    report.type === "session" && report.session === session && report.tariff === name
      ? confirmed("the station counts the session by it")
      : undefined,
  tariff: ({ name }, report) => (report.type === "held" ? inForce(name, report) : undefined),
  answer: () => undefined,
};

/** All parts from the first to the last; a gap is named, and a late part still closes it. */
function wholeReport(watch: Extract<Watch, { for: "report" }>, report: Report): Finding | undefined {
  const part = partFor(watch, report);
  if (!part) return undefined;
  if (isWholeWith(watch, part)) return confirmed("the report arrived whole");
  const missing = missingParts(withPart(watch, part));
  return missing && { proof: "unproven", evidence: `the last part came, but not part ${formatSequenceSet(missing)}` };
}

function atPace(watch: Extract<Watch, { for: "stream" }>, { open }: ReportOf<"streams">): Finding | undefined {
  const told = open.find(({ id }) => id === watch.stream);
  if (!told) return undefined;
  const { intervalSeconds = told.intervalSeconds, values = told.values } = watch;
  return told.intervalSeconds === intervalSeconds && told.values === values
    ? confirmed("the station tells the stream as it was asked for")
    : { proof: "unproven", evidence: "accepted, not effective: the station tells another pace" };
}

/** What a report proves or disproves about a command, if anything. */
export function evidenceOf(proving: ProvingCommand, report: Report, decision: Decision): Finding | undefined {
  const { watch } = proving.plan;
  return judge(watch, report, { decision, proving });
}

function judge<F extends Watch["for"]>(
  watch: Extract<Watch, { for: F }> & { for: F },
  report: Report,
  context: { decision: Decision; proving: ProvingCommand },
): Finding | undefined {
  return judges[watch.for](watch, report, context);
}

function startedBy(
  { evse, token, remoteStartId }: Extract<Watch, { for: "session-started" }>,
  report: SessionReport,
  { sentAt }: ProvingCommand,
): boolean {
  // 2.x carries our number, so nothing else counts; 1.6 has only the token, the connector and the time.
  if (remoteStartId !== undefined) return report.remoteStartId === remoteStartId;
  return (
    report.phase === "started" &&
    !report.offline &&
    report.token !== undefined &&
    foldToken(report.token.value) === foldToken(token.value) &&
    (evse === undefined || report.place?.evse === evse) &&
    report.at.getTime() >= sentAt.getTime() - clockToleranceMs
  );
}

function readBack(
  { writes }: Extract<Watch, { for: "variables" }>,
  { readings }: ReportOf<"variables">,
): Finding | undefined {
  const found = writes.map((write) => ({
    write,
    reading: readings.find(
      ({ variable, attribute }) =>
        variableKey(variable) === variableKey(write.variable) && attribute === (write.attribute ?? "actual"),
    ),
  }));
  if (found.some(({ reading }) => reading?.value === undefined)) return undefined;
  const different = found.filter(({ write, reading }) => !sameValue(write.value, reading?.value ?? ""));
  if (different.length === 0)
    return confirmed(`read back ${found.map(({ reading }) => reading?.value).join(", ")}, as written`);
  const what = different.map(({ write, reading }) => `${write.variable.name} is ${reading?.value}`).join(", ");
  return { proof: "unproven", evidence: `accepted, not effective: ${what}` };
}

function sameList({ version, empty }: Extract<Watch, { for: "local-list" }>, report: ReportOf<"local-list">): Finding {
  if (empty && report.version === 0) return confirmed("the station holds no list any more");
  // Versions only rise: with a later one, this one was there too.
  return report.version >= version
    ? confirmed(`the station holds version ${report.version} of the list`)
    : { proof: "unproven", evidence: `accepted, not effective: the station holds version ${report.version}` };
}

const confirmed = (evidence: string): Finding => ({ proof: "confirmed", evidence });

/** A connector is told by its evse alone where it has no neighbour there. */
function words({ evse, connector }: Place, { connectors }: StationState): string {
  const neighbours = [...connectors.values()].filter(({ place }) => place.evse === evse).length;
  return connector === undefined || neighbours < 2 ? `connector ${evse}` : `connector ${evse}.${connector}`;
}
