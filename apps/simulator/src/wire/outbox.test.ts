import { describe, expect, it } from "vitest";
import type { TransactionFact } from "../ledger";
import { Random } from "../random";
import { ManualClock } from "../time/manual-clock";
import { type Faults, noFaults } from "./faults";
import { type Letter, type Message, Outbox } from "./outbox";
import type { Outcome } from "./outcome";

const done: Outcome = { type: "result", payload: {} };
const broken: Outcome = { type: "error", code: "InternalError", description: "", details: {} };

function outboxWith(faults: Partial<Faults> = {}) {
  const clock = new ManualClock(0);
  const transmitted: { letter: Letter; settle: (outcome: Outcome) => void; at: number; payload: unknown }[] = [];
  const abandoned: string[] = [];
  const outbox = new Outbox({
    clock,
    random: new Random(1),
    faults: { ...noFaults, ...faults },
    retry: () => ({ attempts: 3, intervalMs: 1_000 }),
    transmit(letter, settle) {
      letter.payload ??= letter.build(letter.offline);
      transmitted.push({ letter, settle, at: clock.now(), payload: letter.payload });
    },
    onAbandoned: ({ action }) => abandoned.push(action),
  });
  const names = (): string[] => transmitted.map(({ letter }) => letter.action);
  const settleLast = (outcome: Outcome): void => transmitted.at(-1)?.settle(outcome);
  return { abandoned, clock, names, outbox, settleLast, transmitted };
}

function fact(transaction: number): TransactionFact {
  return { transaction, phase: "sample", at: "2026-01-01T00:00:00.000Z", wh: 0 };
}

const message = (action: string, more: Partial<Message> = {}): Message => ({ action, build: () => ({}), ...more });
const durable = (action: string, transaction = 1): Message =>
  message(action, { fact: fact(transaction), build: (offline) => ({ offline }) });

describe("one call at a time", () => {
  it("sends the next message only when the one before is settled, in the order they were posted", () => {
    const { names, outbox, settleLast } = outboxWith();
    outbox.setGate("open");
    outbox.post(message("Status"));
    outbox.post(durable("Start"));
    outbox.post(message("Heartbeat"));
    expect(names()).toEqual(["Status"]);
    settleLast(done);
    settleLast(done);
    expect(names()).toEqual(["Status", "Start", "Heartbeat"]);
  });
});

describe("offline", () => {
  it("keeps transactions in order, marks them, and drops everything else", () => {
    const { names, outbox, settleLast, transmitted } = outboxWith();
    const lost: Outcome[] = [];
    outbox.post(durable("Start"));
    outbox.post(message("Status", { onOutcome: (outcome) => lost.push(outcome) }));
    outbox.post(durable("Stop"));
    expect(lost).toEqual([{ type: "line-down" }]);

    outbox.setGate("open");
    settleLast(done);
    settleLast(done);
    expect(names()).toEqual(["Start", "Stop"]);
    expect(transmitted.map(({ payload }) => payload)).toEqual([{ offline: true }, { offline: true }]);
    expect(outbox.backlog).toBe(0);
  });

  it("marks what was queued when the line went down, but repeats unchanged what was already sent", () => {
    const { outbox, settleLast, transmitted } = outboxWith();
    outbox.setGate("open");
    outbox.post(durable("Start"));
    outbox.post(durable("Sample"));
    outbox.setGate("shut");
    settleLast({ type: "line-down" });
    outbox.setGate("open");
    settleLast(done);
    const [first, again, sample] = transmitted;
    expect(first?.payload).toEqual({ offline: false });
    expect(again?.payload).toEqual({ offline: false });
    expect(sample?.payload).toEqual({ offline: true });
  });

  it("does not count a lost line as an attempt", () => {
    const { abandoned, outbox, settleLast, names } = outboxWith();
    outbox.post(durable("Start"));
    for (let times = 0; times < 5; times++) {
      outbox.setGate("open");
      outbox.setGate("shut");
    }
    outbox.setGate("open");
    settleLast(done);
    expect(abandoned).toEqual([]);
    expect(names()).toHaveLength(6);
  });
});

describe("retries of transaction messages", () => {
  it("come after an interval that grows with each failure, while others pass", () => {
    const { clock, names, outbox, settleLast, transmitted } = outboxWith();
    outbox.setGate("open");
    outbox.post(durable("Start"));
    settleLast(broken);
    outbox.post(durable("Sample"));
    outbox.post(message("Heartbeat"));
    expect(names()).toEqual(["Start", "Heartbeat"]);
    settleLast(done);
    clock.advance(1_000);
    settleLast({ type: "timeout" });
    clock.advance(1_999);
    expect(names()).toEqual(["Start", "Heartbeat", "Start"]);
    clock.advance(1);
    settleLast(done);
    expect(names()).toEqual(["Start", "Heartbeat", "Start", "Start", "Sample"]);
    expect(transmitted.map(({ at }) => at)).toEqual([0, 0, 1_000, 3_000, 3_000]);
  });

  it("end after the last attempt, and the next message has its turn", () => {
    const { abandoned, clock, names, outbox, settleLast } = outboxWith();
    outbox.setGate("open");
    outbox.post(durable("Start"));
    outbox.post(durable("Stop"));
    settleLast(broken);
    clock.advance(1_000);
    settleLast(broken);
    clock.advance(2_000);
    settleLast(broken);
    expect(abandoned).toEqual(["Start"]);
    expect(names()).toEqual(["Start", "Start", "Start", "Stop"]);
  });
});

describe("before the boot is accepted", () => {
  it("lets only urgent messages out", () => {
    const { names, outbox, settleLast } = outboxWith();
    outbox.setGate("urgent");
    outbox.post(message("Status"));
    outbox.post(durable("Start"));
    outbox.post(message("Boot", { urgent: true }));
    settleLast(done);
    expect(names()).toEqual(["Boot"]);
    outbox.setGate("open");
    expect(names()).toEqual(["Boot", "Start"]);
  });
});

describe("faults", () => {
  it("repeats a message once, unchanged", () => {
    const { outbox, settleLast, transmitted } = outboxWith({ duplicate: 1 });
    outbox.setGate("open");
    outbox.post(durable("Start"));
    settleLast(done);
    settleLast(done);
    expect(transmitted.map(({ letter }) => letter.action)).toEqual(["Start", "Start"]);
    expect(outbox.backlog).toBe(0);
  });

  it("lets one message overtake another", () => {
    const { names, outbox, settleLast } = outboxWith({ reorder: 1 });
    outbox.post(durable("First"));
    outbox.post(durable("Second"));
    outbox.setGate("open");
    settleLast(done);
    expect(names()).toEqual(["Second", "First"]);
  });
});

it("is idle without a line, and once everything is answered", async () => {
  const { outbox, settleLast } = outboxWith();
  outbox.post(durable("Start"));
  await outbox.idle();
  outbox.setGate("open");
  let idle = false;
  const waiting = outbox.idle().then(() => {
    idle = true;
  });
  await Promise.resolve();
  expect(idle).toBe(false);
  settleLast(done);
  await waiting;
  expect(idle).toBe(true);
});

it("knows which transactions still have something to tell", () => {
  const { outbox } = outboxWith();
  outbox.post(durable("Start", 4));
  expect([outbox.holds(), outbox.holds(4), outbox.holds(5)]).toEqual([true, true, false]);
});
