import { describe, expect, it } from "vitest";
import type { CommandSettlement } from "../src/change";
import type { Holding } from "../src/holding";
import type { StationEvent } from "../src/maintenance/station-event";
import type { ProofPlan } from "../src/proof";
import type { StationState } from "../src/station-state";
import { after, decided, now, station } from "./factories";

const temperature = { component: "PowerModule", name: "Temperature", evse: 1 };
const hot: StationEvent = { variable: temperature, actual: "91", at: now, trigger: "alerting", monitor: 5 };
const key = "powermodule//1//temperature/#5";
const open: Holding = {
  kind: "alert",
  key,
  value: { variable: temperature, actual: "91", since: now.toISOString(), monitor: 5, severity: 3 },
};
const monitor: Holding = {
  kind: "monitor",
  key: "5",
  value: { id: 5, variable: temperature, kind: "above", value: 90, severity: 3 },
};

const told = (events: StationEvent[], held: Holding[] = [], receivedAt = now) => {
  const decision = decided(station(), { type: "events", events }, { facts: { held }, receivedAt });
  return {
    holdings: decision.changes.holdings,
    variables: decision.changes.variables,
    events: decision.events.map(({ event }) => event).filter(({ type }) => type.startsWith("alert.")),
  };
};

describe("an event of a station", () => {
  it("that alerts opens an alert, as severe as its monitor where it does not say so itself", () => {
    const { holdings, variables, events } = told([hot], [monitor]);
    expect(holdings).toMatchObject([
      { do: "set", kind: "alert", key, value: { severity: 3, since: now.toISOString() } },
    ]);
    expect(events).toEqual([{ type: "alert.opened", alert: key, variable: temperature, actual: "91", severity: 3 }]);
    expect(variables).toEqual([{ variable: temperature, attribute: "actual", value: "91" }]);
    expect(told([{ ...hot, severity: 1 }], [monitor]).events).toMatchObject([{ severity: 1 }]);
  });

  it("that alerts again changes the value, and neither its beginning nor the peace of those who were told", () => {
    const { holdings, events } = told([{ ...hot, actual: "95", at: after(60) }], [open, monitor], after(60));
    expect(holdings).toMatchObject([{ value: { actual: "95", since: now.toISOString() } }]);
    expect(events).toEqual([]);
  });

  it("that is cleared closes the alert of the same variable and monitor, and no other", () => {
    const cleared = { ...hot, actual: "40", cleared: true };
    expect(told([cleared], [open])).toMatchObject({
      holdings: [{ do: "clear", kind: "alert", key }],
      events: [{ type: "alert.cleared", alert: key, actual: "40", severity: 3 }],
    });
    expect(told([{ ...cleared, monitor: undefined }], [open]).events).toHaveLength(1);
    expect(told([{ ...cleared, monitor: 6 }], [open]).events).toEqual([]);
    expect(told([cleared]).events).toEqual([]);
  });

  it("that opens and clears in one message leaves nothing open", () => {
    const { holdings, events } = told([hot, { ...hot, cleared: true }]);
    expect(holdings).toEqual([{ do: "clear", kind: "alert", key }]);
    expect(events.map(({ type }) => type)).toEqual(["alert.opened", "alert.cleared"]);
  });

  it("is an alert where a component says that it has a problem, by whatever trigger", () => {
    const problem = { component: "ChargingStation", name: "Problem" };
    const said = (actual: string): StationEvent => ({ variable: problem, actual, at: now, trigger: "delta" });
    const { holdings = [], events } = told([said("true")]);
    expect(events).toMatchObject([{ type: "alert.opened", variable: problem }]);
    const held = holdings.flatMap((change) => (change.do === "set" && change.kind === "alert" ? [change] : []));
    expect(told([said("false")], held).events).toMatchObject([{ type: "alert.cleared" }]);
  });

  it("that only tells a value is a reading", () => {
    const { holdings, variables, events } = told([{ ...hot, trigger: "periodic" }]);
    expect({ holdings, events }).toEqual({ holdings: undefined, events: [] });
    expect(variables).toHaveLength(1);
  });
});

describe("the steps of a firmware update", () => {
  const progress = (
    word: string,
    state: "going-on" | "done" | "failed" | "idle",
    before?: Holding,
    requestId?: number,
  ) => {
    const report = { type: "progress", of: "firmware", word, state, requestId } as const;
    const [change] = decided(station(), report, { facts: { held: before ? [before] : [] } }).changes.holdings ?? [];
    if (change?.do !== "set" || change.kind !== "work") throw new Error("no work was told");
    const held: Holding = { kind: "work", key: change.key, value: change.value };
    return { held, words: change.value.steps?.map((step) => step.word) };
  };

  it("stand in their order until another update begins", () => {
    const first = progress("Downloading", "going-on");
    const again = progress("Downloading", "going-on", first.held);
    expect(again.words).toEqual(["Downloading"]);
    const done = progress("Installed", "done", again.held);
    expect(done.words).toEqual(["Downloading", "Installed"]);
    expect(progress("Downloading", "going-on", done.held).words).toEqual(["Downloading"]);
    expect(progress("Downloading", "going-on", progress("Installing", "going-on", undefined, 4).held, 5).words).toEqual(
      ["Downloading"],
    );
  });

  it("are not forgotten when the station says that nothing goes on", () => {
    const done = progress("Installed", "done", progress("Installing", "going-on").held);
    expect(progress("Idle", "idle", done.held)).toMatchObject({
      words: ["Installing", "Installed"],
      held: { value: { state: "idle", word: "Idle" } },
    });
  });
});

describe("a stream of values", () => {
  const stream: Holding = {
    kind: "stream",
    key: "2",
    value: { monitor: 5, intervalSeconds: 60, samples: [{ at: now.toISOString(), value: "1" }] },
  };

  it("keeps the latest of what it brings, in order of time", () => {
    const samples = Array.from({ length: 310 }, (_, index) => ({ at: after(310 - index), value: String(310 - index) }));
    const report = { type: "stream-data", stream: 2, pending: 3, samples } as const;
    const [change] =
      decided(station(), report, { facts: { held: [stream] }, receivedAt: after(400) }).changes.holdings ?? [];
    if (change?.do !== "set" || change.kind !== "stream") throw new Error("no stream was told");
    expect(change.value.pending).toBe(3);
    expect(change.value.samples).toHaveLength(300);
    expect(change.value.samples.at(0)).toEqual({ at: after(11).toISOString(), value: "11" });
    expect(change.value.samples.at(-1)).toEqual({ at: after(310).toISOString(), value: "310" });
  });

  it("that nobody opened here is noted, and not kept", () => {
    const report = { type: "stream-data", stream: 9, pending: 0, samples: [] } as const;
    expect(decided(station(), report)).toMatchObject({ changes: {}, notes: ["stream 9 was never opened here"] });
  });

  it("stays with what it brought when it is listed, and goes when it is not, or is closed", () => {
    const list = (report: object) =>
      decided(station(), { type: "streams", open: [], ...report }, { facts: { held: [stream] } }).changes.holdings;
    const asked = [{ id: 2, monitor: 5, intervalSeconds: 10 }];
    expect(list({ open: asked, whole: true })).toMatchObject([
      { do: "set", key: "2", value: { intervalSeconds: 10, samples: [{ value: "1" }] } },
    ]);
    expect(list({ whole: true })).toEqual([{ do: "clear", kind: "stream", key: "2" }]);
    expect(list({ closed: 2 })).toEqual([{ do: "clear", kind: "stream", key: "2" }]);
    expect(list({ closed: 7 })).toBeUndefined();
  });
});

describe("a report in parts", () => {
  const plan: ProofPlan = {
    watch: { for: "report", of: "monitors", requestId: 7, whole: true },
    deadlineSeconds: 120,
  };
  const waiting = (): StationState =>
    station({ proving: [{ id: 7, type: "read-monitors", plan, sentAt: now, proof: "waiting", answered: true }] });
  const part = (state: StationState, sequence: number, last = false) => {
    const report = {
      type: "part",
      of: "monitors",
      part: { requestId: 7, sequence, last },
      holdings: [monitor],
    } as const;
    const { state: next, changes } = decided(state, report);
    const steps: CommandSettlement[] = changes.commands ?? [];
    const swept = changes.holdings?.some((change) => change.do === "keep-only");
    return { next, swept, proof: steps.find((step) => step.proof), plan: steps.findLast((step) => step.plan)?.plan };
  };

  it("is proven by its last part once all from the first are there, in any order", () => {
    const second = part(waiting(), 1);
    expect(second).toMatchObject({ swept: false, proof: undefined, plan: { watch: { seen: "1" } } });
    const third = part(second.next, 2, true);
    expect(third).toMatchObject({
      swept: false,
      proof: { proof: "unproven", evidence: "the last part came, but not part 0" },
      plan: { watch: { seen: "1-2", end: 2 } },
    });
    const first = part(third.next, 0);
    expect(first).toMatchObject({ swept: true, proof: { proof: "confirmed", evidence: "the report arrived whole" } });
    expect(first.next.proving).toEqual([]);
  });

  it("names every part that is missing", () => {
    const state = [0, 3].reduce((soFar, sequence) => part(soFar, sequence).next, waiting());
    expect(part(state, 6, true).proof).toMatchObject({ evidence: "the last part came, but not part 1-2,4-5" });
  });

  it("is proven at once where it is one part", () => {
    expect(part(waiting(), 0, true)).toMatchObject({ swept: true, proof: { proof: "confirmed" } });
  });
});

it("what a station reports of its security is told on, with whether it is critical", () => {
  const report = { type: "security-event", what: "TamperDetectionActivated", critical: true, at: after(-60) } as const;
  expect(decided(station(), report).events).toEqual([
    {
      event: { type: "security.reported", what: "TamperDetectionActivated", critical: true },
      at: after(-60),
      receivedAt: now,
    },
  ]);
});
