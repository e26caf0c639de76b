import type { Command } from "../command";
import type { Decision } from "../decision";
import type { Report, ReportType } from "../report";
import type { ProvingCommand } from "../station-state";
import { commandEvent } from "./command-event";
import { evidenceOf, type Finding } from "./evidence";
import { withPart } from "./parts";
import { partFor } from "./recognise";

/** Lets a report speak for the commands whose proof is waited for; late evidence still confirms. */
export function proveBy<T extends ReportType>(report: Report, decision: Decision<T>, receivedAt: Date): Decision<T> {
  if (decision.state.proving.length === 0 || decision.outcome.type === "refused") return decision;
  return decision.state.proving.reduce((soFar, proving) => {
    const finding = evidenceOf(proving, report, soFar);
    const settled = finding ? settle(soFar, proving, finding, receivedAt) : soFar;
    return notePart(settled, proving.id, report, receivedAt);
  }, decision);
}

/** Which parts of a report came is kept with the command that asked for it, so that a gap is known after a restart too. */
function notePart<T extends ReportType>(decision: Decision<T>, id: number, report: Report, at: Date): Decision<T> {
  const proving = decision.state.proving.find((one) => one.id === id);
  if (proving?.plan.watch.for !== "report") return decision;
  const part = partFor(proving.plan.watch, report);
  const watch = part ? withPart(proving.plan.watch, part) : proving.plan.watch;
  if (watch === proving.plan.watch) return decision;
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
