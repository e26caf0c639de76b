import { describe, expect, it } from "vitest";
import { decide, factsNeeded } from "../src/decide";
import type { SessionReport } from "../src/report";
import { formatSequenceSet } from "../src/sequence-set";
import { sessionEnergyWh } from "../src/sessions/energy";
import type { SessionState, StationState } from "../src/station-state";
import { after, circumstances, decided, eventTypes, ids, now, sessionReport, station } from "./factories";

const token = { value: "DEADBEEF", kind: "iso14443" };
const place = { evse: 1, connector: 1 };
const energy = (energyWh: number, seconds = 0) => [{ at: after(seconds), energyWh }];

const session = (state: StationState, wireId = "tx-1"): SessionState => {
  const found = state.sessions.get(wireId);
  if (!found) throw new Error(`no session ${wireId} in hand`);
  return found;
};

const story = [
  sessionReport({ phase: "started", sequence: 0, token, place, readings: energy(1000) }),
  sessionReport({ sequence: 1, activity: "charging", at: after(60), readings: energy(2000, 60) }),
  sessionReport({ sequence: 2, at: after(120), readings: energy(3000, 120) }),
  sessionReport({
    phase: "ended",
    sequence: 3,
    at: after(180),
    stopReason: "EVDisconnected",
    readings: energy(3500, 180),
  }),
] as const;

const play = (reports: readonly SessionReport[], state = station()) =>
  reports.reduce((hand, report, index) => decided(hand, report, { receivedAt: after(200 + index) }).state, state);

describe("what our support starts free of charge", () => {
  const tariff = { id: 1, version: 1, code: "tariff-1.1", name: "day", currency: "EUR" };
  const begun = (value: string, remoteStartId?: number) =>
    session(
      play(
        [sessionReport({ phase: "started", sequence: 0, token: { value, kind: "central" }, place, remoteStartId })],
        station({ tariff }),
      ),
    ).tariff;

  it("is counted by no tariff, and nobody gets that by calling a card so", () => {
    expect(begun("support-1A2B3C4D5E", 7)).toBeUndefined();
    expect(begun("SUPPORT-1A2B3C4D5E")).toEqual(tariff);
    expect(begun("DEADBEEF", 7)).toEqual(tariff);
  });
});

describe("a 2.x session", () => {
  it("is rebuilt from its messages", () => {
    expect(session(play(story))).toMatchObject({
      id: 41,
      status: "ended",
      endedBy: "station",
      place,
      token,
      startedAt: now,
      endedAt: after(180),
      meterStartWh: 1000,
      meterEndWh: 3500,
      stopReason: "EVDisconnected",
      attention: [],
    });
  });

  it("comes out the same in every order of arrival", () => {
    const facts = ({
      startedAt,
      endedAt,
      meterStartWh,
      meterEndWh,
      meterWh,
      place,
      token,
      seen,
      attention,
      provisional,
    }: SessionState) => ({
      startedAt,
      endedAt,
      meterStartWh,
      meterEndWh,
      meterWh,
      place,
      token,
      attention,
      provisional,
      seen: formatSequenceSet(seen),
    });
    const expected = facts(session(play(story)));
    for (const order of permutations([0, 1, 2, 3])) {
      const shuffled = order.flatMap((index) => story[index] ?? []);
      expect(facts(session(play(shuffled))), order.join()).toEqual(expected);
    }
  });

  it("is provisional until its start arrives, and says so when it never does", () => {
    const [, updated, , ended] = story;
    const first = decided(station(), updated);
    expect(session(first.state)).toMatchObject({ provisional: true, status: "open" });
    const last = decided(first.state, ended);
    expect(session(last.state).attention).toEqual(expect.arrayContaining(["no-start", "gap"]));
  });

  it("belongs to the token that was named first, whoever ends it and whatever comes first", () => {
    const [started, updated, late] = story;
    const ended = { ...story[3], token: { value: "OTHER", kind: "iso14443" } };
    for (const order of permutations([0, 1, 2, 3])) {
      const told = order.flatMap((index) => [started, updated, late, ended][index] ?? []);
      expect(session(play(told)).token, order.join()).toEqual(token);
    }
  });

  it("says that its energy is not whole when the register was not read at its start or its end", () => {
    const [started, updated, late, ended] = story;
    const silentStart = play([{ ...started, readings: [] }, updated, late, ended]);
    expect(session(silentStart)).toMatchObject({ meterStartWh: 2000, attention: ["meter-incomplete"] });
    const silentEnd = play([started, late, { ...ended, readings: [] }, updated]);
    expect(session(silentEnd).attention).toEqual(["meter-incomplete"]);
    expect(sessionEnergyWh(session(silentEnd))).toBe(2000);
    expect(session(play([started, updated, late, { ...ended, at: after(121), readings: [] }])).attention).toEqual([]);
  });

  it("says that its energy cannot be when the power that was read could not have given it", () => {
    const [started, , , ended] = story;
    const charged = (powerW: number) =>
      play([
        { ...started, readings: [{ at: now, energyWh: 1000, powerW }] },
        { ...ended, sequence: 1, at: after(3600), readings: energy(61_000, 3600) },
      ]);
    expect(session(charged(7_000)).attention).toEqual(["implausible-energy"]);
    expect(session(charged(60_000)).attention).toEqual([]);
  });

  it("says so when it is told months later", () => {
    const months = 90 * 86_400;
    const told = story.reduce((hand, report) => decided(hand, report, { receivedAt: after(months) }).state, station());
    expect(session(told).attention).toEqual(["stale"]);
  });

  it("asks once for what is missing when the end comes, and no more when it is there", () => {
    const [started, updated, late, ended] = story;
    const gap = decided(play([started, updated]), ended);
    expect(gap.changes.followUps).toMatchObject([{ command: { type: "ask-transaction-status", session: "tx-1" } }]);
    expect(session(gap.state).attention).toEqual(["gap"]);
    const filled = decided(gap.state, late);
    expect(session(filled.state).attention).toEqual([]);
    expect(filled.changes.followUps).toBeUndefined();
    expect(filled.changes.samples).toHaveLength(1);
  });

  it("marks a gap as final when the station holds nothing more", () => {
    const [started, , , ended] = story;
    const state = play([started, ended]);
    const waiting = decided(state, { type: "transaction-status", session: "tx-1", messagesInQueue: true });
    expect(session(waiting.state).attention).toEqual(["gap"]);
    const final = decided(state, { type: "transaction-status", session: "tx-1", messagesInQueue: false });
    expect(session(final.state).attention).toEqual(["incomplete"]);
    expect(eventTypes(final)).toEqual(["session.attention"]);
  });

  it("gives a repeated message its first answer and applies it once", () => {
    const state = play(story.slice(0, 2));
    const [, updated] = story;
    const payload = '{"seqNo":1}';
    const facts = { firstReport: { found: { payload, answer: '{"totalCost":1}' } } };
    const again = decided(state, updated, { facts, payload: '{"seqNo":1,"offline":true}' });
    expect(again.outcome).toEqual({ type: "repeated", answer: '{"totalCost":1}' });
    expect(again.changes).toEqual({});
    expect(again.state).toBe(state);
  });

  it("keeps a message that reuses a number for other content, and says so", () => {
    const state = play(story.slice(0, 2));
    const facts = { firstReport: { found: { payload: '{"a":1}', answer: "{}" } } };
    const other = decided(state, sessionReport({ sequence: 1, readings: energy(2500, 90) }), {
      facts,
      payload: '{"a":2}',
    });
    expect(other.changes.samples).toHaveLength(1);
    expect(session(other.state).attention).toEqual(["conflicting-report"]);
  });

  it("asks for the first copy only when a number comes again", () => {
    const state = play(story.slice(0, 2));
    expect(factsNeeded(state, sessionReport({ sequence: 2 }), {}, circumstances())).toEqual([]);
    expect(factsNeeded(state, sessionReport({ sequence: 1 }), {}, circumstances())).toEqual([
      { fact: "first-report", session: 41, sequence: 1 },
    ]);
  });

  it("does not let history set what goes on now", () => {
    const connectors = new Map([
      ["1/1", { place, status: "occupied", activity: "connected", receivedAt: now } as const],
    ]);
    const state = play(story.slice(0, 1), station({ connectors }));
    const offline = decided(state, sessionReport({ sequence: 1, offline: true, activity: "charging" }));
    expect(offline.changes.connectors).toBeUndefined();
    const live = decided(state, sessionReport({ sequence: 1, activity: "charging" }));
    expect(live.changes.connectors).toMatchObject([{ place, activity: "charging" }]);
    expect(eventTypes(live)).toEqual(["session.updated", "connector.activity"]);
  });

  it("never guesses a connector", () => {
    const receivedAt = now;
    const connectors = new Map([
      ["1/1", { place: { evse: 1, connector: 1 }, status: "occupied", receivedAt } as const],
      ["1/2", { place: { evse: 1, connector: 2 }, status: "occupied", receivedAt } as const],
    ]);
    const started = decided(
      station({ connectors }),
      sessionReport({ phase: "started", sequence: 0, place: { evse: 1 }, activity: "charging" }),
    );
    expect(started.changes.connectors).toBeUndefined();
    expect(session(started.state).place).toEqual({ evse: 1 });
  });
});

describe("a 1.6 session", () => {
  const start = sessionReport({
    phase: "started",
    session: undefined,
    sequence: undefined,
    place,
    token,
    meterWh: 100,
  });
  const stop = sessionReport({
    phase: "ended",
    session: "4711",
    sequence: undefined,
    at: after(60),
    meterWh: 600,
    stopReason: "Local",
  });

  it("gets our number, and an answer about its token", () => {
    const started = decided(station(), start, { unknownTokens: "reject" });
    expect(started.outcome).toEqual({ type: "session", session: "4711", authorization: { status: "unknown" } });
    expect(started.changes.opened).toMatchObject([
      { id: 41, wireId: "4711", authorization: "unknown", meterStartWh: 100 },
    ]);
  });

  it("gets the same number when its start is repeated", () => {
    const { state } = decided(station(), start);
    const again = decided(state, start, { facts: { sameStart: { found: session(state, "4711") } } });
    expect(again.outcome).toMatchObject({ type: "session", session: "4711" });
    expect(again.changes).toEqual({});
  });

  it("ends once, however often the end is repeated", () => {
    const ended = decided(decided(station(), start).state, stop);
    expect(session(ended.state, "4711")).toMatchObject({ status: "ended", meterEndWh: 600 });
    expect(sessionEnergyWh(session(ended.state, "4711"))).toBe(500);
    const again = decided(ended.state, stop);
    expect(again.changes).toEqual({});
    expect(again.outcome).toMatchObject({ type: "session", session: "4711" });
  });

  it("is found when the station ends it as -1, and only if one fits", () => {
    const one = decided(station(), start).state;
    const ended = decided(one, { ...stop, session: "-1" });
    expect(ended.changes.updated).toMatchObject([{ wireId: "4711", status: "ended" }]);
    expect(decided(ended.state, { ...stop, session: "-1" }).changes).toEqual({});

    // That nothing else fits is not the same as known.
    expect(ended.changes.updated).toMatchObject([{ attention: ["end-matched"] }]);
    const named = decided(ended.state, { ...stop, at: after(61) });
    expect(session(named.state, "4711")).toMatchObject({ endedAt: after(61), attention: ["conflicting-report"] });

    const facts = { ids: { session: 42, transaction: 4712 } };
    const two = decided(one, { ...start, place: { evse: 2, connector: 1 }, token }, { facts }).state;
    const orphaned = decided(two, { ...stop, session: "-1" }, { facts: { ids: { session: 43, transaction: 4713 } } });
    expect(orphaned.changes.opened).toMatchObject([{ wireId: "-1", orphan: true, attention: ["orphan"] }]);
  });

  it("is kept as an orphan when nobody knows it, and acknowledged", () => {
    const orphan = decided(station(), { ...stop, session: "999" });
    expect(orphan.outcome).toMatchObject({ type: "session", session: "999" });
    expect(orphan.changes.opened).toMatchObject([{ wireId: "999", orphan: true, status: "ended", meterEndWh: 600 }]);
    expect(eventTypes(orphan)).toEqual(["session.started", "session.ended", "session.attention"]);
  });

  it("is ended as assumed when the next one starts, until its real end comes", () => {
    const first = decided(station(), start).state;
    const facts = { ids: { session: 42, transaction: 4712 } };
    const second = decided(first, { ...start, at: after(600), meterWh: 900 }, { facts });
    expect(second.changes.updated).toMatchObject([{ wireId: "4711", endedBy: "assumed", attention: ["end-assumed"] }]);
    const real = decided(second.state, stop);
    expect(session(real.state, "4711")).toMatchObject({ endedBy: "station", endedAt: after(60), attention: [] });
  });

  it("is ended as assumed when its own start comes after that of the next one", () => {
    const facts = { ids: { session: 42, transaction: 4712 } };
    const next = decided(station(), { ...start, at: after(600), meterWh: 900 }).state;
    const late = decided(next, start, { facts });
    expect(late.changes.opened).toMatchObject([{ wireId: "4712", endedBy: "assumed", attention: ["end-assumed"] }]);
    expect(session(late.state, "4711").status).toBe("open");
  });

  it("is ended as assumed when its station has booted and its connector is free, until its real end comes", () => {
    const open = decided(station({ version: "1.6" }), start).state;
    const free = { type: "connector-status", connectors: [{ place, status: "available" }] } as const;
    expect(session(decided(open, free).state, "4711").status).toBe("open");

    const boot = { type: "booted", vendor: "V", model: "M" } as const;
    const asked = decided(open, { ...boot, triggered: true }, { receivedAt: after(30) }).state;
    expect(session(decided(asked, free, { receivedAt: after(31) }).state, "4711").status).toBe("open");

    const booted = decided(open, boot, { receivedAt: after(30) }).state;
    const lost = decided(booted, free, { receivedAt: after(31) });
    expect(lost.changes.updated).toMatchObject([{ wireId: "4711", endedBy: "assumed", attention: ["end-assumed"] }]);
    expect(eventTypes(lost)).toEqual(["connector.available", "session.ended", "session.attention"]);
    const real = decided(lost.state, stop, { receivedAt: after(90) });
    expect(session(real.state, "4711")).toMatchObject({ endedBy: "station", attention: [] });
  });

  it("never counts energy backwards", () => {
    const ended = decided(decided(station(), start).state, { ...stop, meterWh: 0 });
    expect(session(ended.state, "4711").attention).toContain("meter-backwards");
    expect(sessionEnergyWh(session(ended.state, "4711"))).toBeUndefined();
  });

  it("flags a false zero at its start instead of billing the whole register", () => {
    const started = decided(station(), { ...start, meterWh: 0 }).state;
    const ended = decided(started, { ...stop, meterWh: 910_000 });
    expect(session(ended.state, "4711").attention).toContain("implausible-energy");
  });

  it("uses our clock where the station's was never set", () => {
    const started = decided(station(), { ...start, at: new Date(0) });
    expect(session(started.state, "4711")).toMatchObject({ startedAt: now, attention: ["clock-implausible"] });
  });
});

describe("meter values", () => {
  const values = { type: "meter-values", place, readings: energy(1500, 30) } as const;

  it("belong to the session they name", () => {
    const decision = decided(play(story.slice(0, 1)), { ...values, session: "tx-1" });
    expect(decision.changes).toMatchObject({ samples: [{ session: 41 }], updated: [{ meterWh: 1500 }] });
  });

  it.each(["0", "-1", "31337"])("named %s belong to the session open at their connector", (name) => {
    const decision = decided(play(story.slice(0, 1)), { ...values, session: name });
    expect(decision.changes.samples).toMatchObject([{ session: 41 }]);
  });

  it("of before a session are not its own, whoever forgot to name theirs", () => {
    const early = { ...values, readings: energy(500, -3600) };
    const decision = decided(play(story.slice(0, 1)), early);
    expect(decision.changes).toEqual({ samples: [{ session: undefined, place, reading: early.readings[0] }] });
  });

  it("of an idle connector are kept without a session", () => {
    expect(decided(station(), values).changes).toEqual({
      samples: [{ session: undefined, place, reading: values.readings[0] }],
    });
  });

  it("that come late do not reopen a session", () => {
    const decision = decided(play(story), { ...values, session: "tx-1" });
    expect(decision.changes.updated).toBeUndefined();
    expect(decision.changes.samples).toMatchObject([{ session: 41 }]);
  });
});

it("needs its numbers before a session is opened", () => {
  expect(() => decide(station(), sessionReport(), { session: { found: undefined } }, circumstances())).toThrow(
    "numbers",
  );
  expect(factsNeeded(station(), sessionReport(), { session: { found: undefined } }, circumstances())).toEqual([
    { fact: "ids" },
  ]);
  expect(ids).toBeDefined();
});

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
