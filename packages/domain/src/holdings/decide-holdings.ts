import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { Facts } from "../facts";
import type { HoldingChange, HoldingKind } from "../holding";
import type { ReportOf } from "../report";
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
  const { requestId, last } = part;
  const named = holdings.map((each) => ({ do: "set", at, requestId, ...each }) as const);
  const kind = kindOf[of];
  const swept = kind && last && isWhole(state, of, requestId) ? [{ do: "keep-only", kind, requestId } as const] : [];
  return { ...nothing(state, { type: "acknowledged" }), ...told([...named, ...swept], at) };
}

/** How far the station is with its work; only the last word of each is held. */
export function decideWork(
  state: StationState,
  { of, requestId, state: how, word, changes = [] }: ReportOf<"progress">,
  _facts: Facts,
  { receivedAt: at }: Circumstances,
): Decision<"progress"> {
  const value = { of, requestId, state: how, word, since: at.toISOString() };
  const change = { do: "set", kind: "work", key: of, value, at } as const;
  return { ...nothing(state, { type: "acknowledged" }), ...told([change, ...changes], at) };
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
};

/** A report on everything was asked for by the command with this number. */
const isWhole = (state: StationState, of: ToldInParts, requestId: number) =>
  state.proving.some(
    ({ plan: { watch } }) =>
      watch.for === "report" && watch.of === of && watch.requestId === requestId && watch.whole === true,
  );
