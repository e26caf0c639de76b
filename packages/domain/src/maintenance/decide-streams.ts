import type { Circumstances, Decision } from "../decision";
import { nothing } from "../decision";
import type { FactNeeded, Facts } from "../facts";
import type { HoldingChange } from "../holding";
import type { ReportOf } from "../report";
import type { StationState } from "../station-state";
import { stationTime } from "../station-time";
import type { Stream } from "./stream";

/** So many values of a stream are kept: enough to see how it goes, and no more. */
const mostSamples = 300;

export const streamFacts = ({ held }: Facts): FactNeeded[] => (held ? [] : [{ fact: "held", kinds: ["stream"] }]);

/** Streams were opened, closed or listed; what they have brought so far stays with them. */
export function decideStreams(
  state: StationState,
  { open, closed, whole }: ReportOf<"streams">,
  facts: Facts,
  { receivedAt }: Circumstances,
): Decision<"streams"> {
  const before = knownStreams(facts);
  const set = open.map(({ id, ...stream }): HoldingChange => {
    const known = before.get(String(id));
    const samples = known?.monitor === stream.monitor ? known.samples : [];
    return { do: "set", kind: "stream", key: String(id), value: { ...stream, samples } };
  });
  const named = new Set(open.map(({ id }) => String(id)));
  const gone = [...before.keys()].filter((key) => key === String(closed) || (whole === true && !named.has(key)));
  const cleared = gone.map((key): HoldingChange => ({ do: "clear", kind: "stream", key }));
  return { ...nothing(state, { type: "acknowledged" }), ...told([...cleared, ...set], receivedAt) };
}

/** Values of a stream: the latest are kept. */
export function decideStreamData(
  state: StationState,
  { stream, pending, samples }: ReportOf<"stream-data">,
  facts: Facts,
  { receivedAt }: Circumstances,
): Decision<"stream-data"> {
  const known = knownStreams(facts).get(String(stream));
  if (!known) return { ...nothing(state, { type: "acknowledged" }), notes: [`stream ${stream} was never opened here`] };
  const added = samples.map(({ at, value }) => ({ at: stationTime(at, receivedAt).at.toISOString(), value }));
  const inOrder = [...known.samples, ...added].sort((a, b) => a.at.localeCompare(b.at)).slice(-mostSamples);
  const value: Stream = { ...known, pending, samples: inOrder };
  const change = { do: "set", kind: "stream", key: String(stream), value } as const;
  return { ...nothing(state, { type: "acknowledged" }), ...told([change], receivedAt) };
}

const knownStreams = ({ held = [] }: Facts) =>
  new Map(held.flatMap(({ kind, key, value }) => (kind === "stream" ? [[key, value] as const] : [])));

function told(holdings: readonly HoldingChange[], at: Date): Partial<Pick<Decision, "changes" | "events">> {
  if (holdings.length === 0) return {};
  const event = { event: { type: "holdings.changed", kinds: ["stream"] }, at, receivedAt: at } as const;
  return { changes: { holdings }, events: [event] };
}
