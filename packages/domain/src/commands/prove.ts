import type { Command } from "../command";
import type { Decision } from "../decision";
import type { Watch } from "../proof";
import type { Report, ReportType } from "../report";
import type { ProvingCommand, StationState } from "../station-state";
import { commandEvent } from "./command-event";
import { evidenceOf, type Finding } from "./evidence";
import { withClaim } from "./firmware-proof";
import { withPart } from "./parts";
import { partFor } from "./recognise";
import { withDown } from "./restarted";

/** Lets a report speak for the commands whose proof is waited for; late evidence still confirms. */
export function proveBy<T extends ReportType>(report: Report, decision: Decision<T>, receivedAt: Date): Decision<T> {
  if (decision.state.proving.length === 0 || decision.outcome.type === "refused") return decision;
  return decision.state.proving.reduce((soFar, proving) => {
    const finding = evidenceOf(proving, report, soFar);
    const settled = finding ? settle(soFar, proving, finding, receivedAt) : soFar;
    return noteProgress(settled, proving.id, report, receivedAt);
  }, decision);
}

/** What is half a proof is kept with the command it is for, so that the other half completes it after a restart too. */
function noteProgress<T extends ReportType>(decision: Decision<T>, id: number, report: Report, at: Date): Decision<T> {
  const proving = decision.state.proving.find((one) => one.id === id);
  const watch = proving && halfProven(proving.plan.watch, report, decision.state);
  if (!proving || watch === undefined || watch === proving.plan.watch) return decision;
  const plan = { ...proving.plan, watch };
  return {
    ...decision,
    state: {
      ...decision.state,
      proving: decision.state.proving.map((one) => (one.id === id ? { ...one, plan } : one)),
    },
    changes: { ...decision.changes, commands: [...(decision.changes.commands ?? []), { id, plan, at }] },
  };
}

/** Parts of a report that came, so that a gap is known; an evse that went, so that its coming back means something; a claim. */
function halfProven(watch: Watch, report: Report, state: StationState): Watch {
  if (watch.for === "progress") return withClaim(watch, report);
  if (watch.for === "restarted") return withDown(watch, report, state);
  const part = watch.for === "report" ? partFor(watch, report) : undefined;
  return watch.for === "report" && part ? withPart(watch, part) : watch;
}

function settle<T extends ReportType>(
  decision: Decision<T>,
  proving: ProvingCommand,
  { proof, evidence }: Finding,
  at: Date,
): Decision<T> {
  if (proof === proving.proof || proving.proof === "confirmed") return decision;
  const rest = decision.state.proving.filter(({ id }) => id !== proving.id);
  const over = proof === "confirmed" && proving.answered;
  return {
    ...decision,
    state: {
      ...decision.state,
      // Contradicted is not over: the station may still come to do it.
      proving: over ? rest : [...rest, { ...proving, proof }],
    },
    changes: {
      ...decision.changes,
      commands: [...(decision.changes.commands ?? []), { id: proving.id, proof, evidence, at }],
    },
    events: [...decision.events, commandEvent({ id: proving.id, type: proving.type, proof, detail: evidence, at })],
  };
}

/** The command that brings the evidence for another, if one is needed. */
export const probeFor = (probe: Command, id: number) => ({
  command: probe,
  reason: "reads back what was written",
  probeOf: id,
});
