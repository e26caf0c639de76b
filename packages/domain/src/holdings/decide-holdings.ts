import { isWholeWith } from "../commands/parts";
import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { FactNeeded, Facts } from "../facts";
import type { HoldingChange, HoldingKind, WorkUnderWay } from "../holding";
import type { ReportOf, ReportPart } from "../report";
import type { StationState } from "../station-state";
import type { ToldInParts } from "../vocabulary";

/** The station says, by itself or by its answer, what it holds or holds no longer. */
export const decideHeld = (
  state: StationState,
  { changes }: ReportOf<"held">,
  _facts: Facts,
  { receivedAt }: Circumstances,
): Decision<"held"> => ({ ...nothing(state, { type: "acknowledged" }), ...told(changes, receivedAt) });

/** A part of a report: what it names is held, and after the last part of a whole report nothing else is. */
export function decidePart(
  state: StationState,
  { of, part, holdings = [] }: ReportOf<"part">,
  _facts: Facts,
  { receivedAt: at }: Circumstances,
): Decision<"part"> {
  const { requestId } = part;
  const named = holdings.map((each) => ({ do: "set", at, requestId, ...each }) as const);
  const kind = kindOf[of];
  const swept = kind && isWhole(state, of, part) ? [{ do: "keep-only", kind, requestId } as const] : [];
  return { ...nothing(state, { type: "acknowledged" }), ...told([...named, ...swept], at) };
}

/** What it said on its way so far. */
export const workFacts = ({ of }: ReportOf<"progress">, { held }: Facts): FactNeeded[] =>
  held ? [] : [{ fact: "held", kinds: ["work"], keys: [of] }];

/** How far the station is with its work, and by which steps it got there. */
export function decideWork(
  state: StationState,
  { of, requestId, state: how, word, changes = [] }: ReportOf<"progress">,
  { held = [] }: Facts,
  { receivedAt: at }: Circumstances,
): Decision<"progress"> {
  const [before] = held.flatMap(({ kind, value }) => (kind === "work" && value.of === of ? [value] : []));
  const said = { of, requestId, state: how, word, since: at.toISOString() };
  const value = { ...said, steps: stepsWith(before, said) };
  const change = { do: "set", kind: "work", key: of, value, at } as const;
  return { ...nothing(state, { type: "acknowledged" }), ...told([change, ...changes], at) };
}

/** More than any chain has; a station that repeats itself for ever is not kept for ever. */
const mostSteps = 40;

function stepsWith(before: WorkUnderWay | undefined, { requestId, state, word, since: at }: WorkUnderWay) {
  const steps = before?.steps ?? [];
  // It only says, asked for it, that nothing is going on.
  if (state === "idle") return steps;
  const isNext =
    before !== undefined &&
    (before.requestId === requestId || before.requestId === undefined || requestId === undefined) &&
    (state !== "going-on" || (before.state !== "done" && before.state !== "failed"));
  const soFar = isNext ? steps : [];
  return soFar.at(-1)?.word === word ? soFar : [...soFar, { word, at }].slice(-mostSteps);
}

/** Changes of what a station holds, and the event that tells of them. */
function told(holdings: readonly HoldingChange[], receivedAt: Date): Partial<Pick<Decision, "changes" | "events">> {
  if (holdings.length === 0) return {};
  const kinds = [...new Set(holdings.map(({ kind }) => kind))];
  const event = { event: { type: "holdings.changed", kinds }, at: receivedAt, receivedAt } as const;
  return { changes: { holdings }, events: [event] };
}

/** What each kind of report names, where that is something a station holds. */
const kindOf: Partial<Record<ToldInParts, HoldingKind>> = {
  "charging-profiles": "charging-profile",
  "grid-controls": "grid-control",
  "display-messages": "display-message",
  monitors: "monitor",
};

/** A report on everything was asked for by the command with this number, and all of it is there. */
const isWhole = (state: StationState, of: ToldInParts, part: ReportPart) =>
  state.proving.some(
    ({ plan: { watch } }) =>
      watch.for === "report" &&
      watch.of === of &&
      watch.requestId === part.requestId &&
      watch.whole === true &&
      isWholeWith(watch, part),
  );
