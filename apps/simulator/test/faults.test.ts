import { describe, expect, it } from "vitest";
import { useDefault } from "./plain-csms";
import { withCsms } from "./stations";

const { csms, station } = withCsms();

const heartbeat = { requestedMessage: "Heartbeat" };

describe("faults to order", () => {
  it("rejects commands in the words of the version, or with an error", async () => {
    const virtual = station({ version: "1.6", faults: { reject: new Set(["Reset"]) } });
    await virtual.connect();
    expect(await csms().command("Reset", { type: "Hard" })).toMatchObject([
      3,
      expect.anything(),
      { status: "Rejected" },
    ]);
    virtual.order({ error: "all" });
    expect((await csms().command("ClearCache", {}))[2]).toBe("InternalError");
    virtual.order({ error: new Set(), unsupported: new Set(["ClearCache"]) });
    expect((await csms().command("ClearCache", {}))[2]).toBe("NotSupported");
    virtual.order({ unsupported: new Set(), reject: new Set() });
    expect(await csms().command("ClearCache", {})).toMatchObject([3, expect.anything(), { status: "Accepted" }]);
  });

  it("answers late, or never, and notes when another call came meanwhile", async () => {
    const virtual = station({ faults: { slowAnswers: 120 } });
    await virtual.connect();
    const began = performance.now();
    await Promise.all([csms().command("TriggerMessage", heartbeat), csms().command("TriggerMessage", heartbeat)]);
    expect(performance.now() - began).toBeGreaterThan(110);
    expect(virtual.ledger.overlaps).toBe(1);
    virtual.order({ slowAnswers: 0, neverAnswer: new Set(["ClearCache"]) });
    void csms().command("ClearCache", {});
    await csms().command("TriggerMessage", heartbeat);
    expect(csms().seen.filter(({ from, frame }) => from === "station" && frame[0] === 3)).toHaveLength(3);
  });

  it("leaves pings unanswered, from one moment to the next", async () => {
    const virtual = station();
    await virtual.connect();
    const socket = csms().newest;
    const pong = new Promise((resolve) => socket.once("pong", resolve));
    socket.ping();
    await pong;
    virtual.order({ neverPong: true });
    let pongs = 0;
    socket.on("pong", () => pongs++);
    socket.ping();
    // What comes after the ping on the same line was read after it.
    await csms().command("TriggerMessage", heartbeat);
    expect(pongs).toBe(0);
  });

  it("repeats messages of a transaction with the same id and content", async () => {
    const virtual = station({ faults: { duplicate: 1 } });
    await virtual.connect();
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    const frames = csms().seen.filter(({ frame }) => frame[2] === "TransactionEvent");
    expect(frames).toHaveLength(4);
    expect(frames[1]).toEqual(frames[0]);
    expect(frames[3]).toEqual(frames[2]);
  });

  it("sends a backlog out of order", async () => {
    const virtual = station({ faults: { reorder: 1 } });
    await virtual.connect();
    virtual.goOffline();
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    await virtual.goOnline();
    expect(
      csms()
        .calls("TransactionEvent")
        .map(({ seqNo }) => seqNo),
    ).toEqual([1, 0]);
  });

  it("has a clock that is off, or stands still", async () => {
    const virtual = station({ faults: { clockSkew: -86_400_000 } });
    await virtual.connect();
    const [status] = csms().calls("StatusNotification");
    expect(Date.now() - Date.parse(String(status?.timestamp))).toBeGreaterThan(86_000_000);
    virtual.order({ clockSkew: 0, frozenClock: true });
    const frozen = virtual.now();
    await expect.poll(() => Date.now()).toBeGreaterThan(frozen);
    expect(virtual.now()).toBe(frozen);
    virtual.order({ frozenClock: false });
    expect(virtual.now()).toBeGreaterThan(frozen);
  });

  it("loses its line again and again, and comes back each time", async () => {
    const virtual = station({ faults: { dropEvery: 30 } });
    virtual.run();
    await virtual.ledger.waitFor(() => virtual.ledger.counts.connected >= 4);
    virtual.order({ dropEvery: 0 });
  });
});

it("gives up a call after its time-out, and ignores the answer that comes later", async () => {
  const virtual = station({ settings: { messageTimeoutMs: 40 } });
  await virtual.connect();
  csms().answers = (action) => (action === "DataTransfer" ? undefined : useDefault);
  expect(await virtual.call("DataTransfer", { vendorId: "x" })).toEqual({ type: "timeout" });
  const late = csms().seen.find(({ frame }) => frame[2] === "DataTransfer");
  csms().send([3, late?.frame[1], { status: "Accepted" }]);
  await virtual.ledger.waitFor(({ kind }) => kind === "stray");
  expect(await virtual.call("Heartbeat", {})).toMatchObject({ type: "result" });
});

it("cuts a line on which nobody answers its pings", async () => {
  const virtual = station({ settings: { pingMs: 40 } });
  await virtual.connect();
  csms().neverPong = true;
  await virtual.ledger.waitFor(({ kind }) => kind === "disconnected");
});

it("survives frames that are none", async () => {
  const virtual = station();
  await virtual.connect();
  for (const text of ["{}", "[", "[9,1]", '[3,"nobody",{}]', '["2"]', "null"]) csms().newest.send(text);
  expect(await csms().command("TriggerMessage", heartbeat)).toMatchObject([
    3,
    expect.anything(),
    { status: "Accepted" },
  ]);
  expect(virtual.ledger.entries.filter(({ kind }) => kind === "stray")).toHaveLength(6);
});
