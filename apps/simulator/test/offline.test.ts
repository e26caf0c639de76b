import { describe, expect, it } from "vitest";
import { useDefault } from "./plain-csms";
import { versions, withCsms } from "./stations";

const { csms, station } = withCsms();

describe.each(versions)("a station of %s without a line", (version) => {
  it("charges on, and tells everything in order when the line is back", async () => {
    const virtual = station({ version, settings: { sampleMs: 20 } });
    await virtual.connect();
    virtual.goOffline();
    await virtual.plugIn(1);
    expect(await virtual.presentToken(1, "TAG1")).toBe("accepted");
    await expect.poll(() => virtual.backlog).toBeGreaterThanOrEqual(3);
    await virtual.presentToken(1, "TAG1");
    await virtual.unplug(1);
    expect(virtual.backlog).toBeGreaterThanOrEqual(4);

    await virtual.goOnline();
    expect(virtual.backlog).toBe(0);
    const [transaction] = virtual.ledger.transactions.values();
    expect(transaction?.facts.every(({ acknowledged }) => acknowledged)).toBe(true);
    expect(transaction?.facts.at(0)?.phase).toBe("started");
    expect(transaction?.facts.at(-1)?.phase).toBe("ended");
    const times = timesOf(version);
    expect(times).toEqual(times.toSorted());
    expect(new Set(times).size).toBeGreaterThan(2);
  });

  it("does not boot again when the line comes back, but tells what changed", async () => {
    const virtual = station({ version });
    await virtual.connect();
    const before = csms().calls("StatusNotification").length;
    virtual.goOffline();
    await virtual.plugIn(2);
    await virtual.goOnline();
    expect(csms().calls("BootNotification")).toHaveLength(1);
    const statuses = csms().calls("StatusNotification").slice(before);
    expect(statuses).toHaveLength(1);
    expect(statuses[0]).toMatchObject(
      version === "1.6"
        ? { connectorId: 2, status: "Preparing" }
        : { evseId: 2, connectorId: 1, connectorStatus: "Occupied" },
    );
  });

  it("dials again by itself after the line was cut", async () => {
    const virtual = station({ version });
    await virtual.connect();
    csms().newest.terminate();
    await virtual.ledger.waitFor(() => virtual.ledger.counts.connected === 2);
    expect(virtual.registration).toBe("Accepted");
  });

  it("sends a message again, unchanged, when the line broke before its answer", async () => {
    const virtual = station({ version });
    await virtual.connect();
    const start = version === "1.6" ? "StartTransaction" : "TransactionEvent";
    let swallow = true;
    csms().answers = (action) => {
      if (action !== start || !swallow) return useDefault;
      swallow = false;
      queueMicrotask(() => csms().newest.terminate());
      return undefined;
    };
    await virtual.plugIn(1);
    await virtual.presentToken(1, "TAG1");
    await virtual.ledger.waitFor((entry) => entry.kind === "acknowledged" && entry.action === start);
    const [first, second] = callsWithIds(start);
    expect(second).toEqual(first);
    await virtual.settled();
  });
});

it("marks 2.x events that happened without a line as offline, and no others", async () => {
  const virtual = station({ version: "2.1" });
  await virtual.connect();
  await virtual.plugIn(1);
  await virtual.presentToken(1, "TAG1");
  virtual.goOffline();
  await virtual.unplug(1);
  await virtual.goOnline();
  const marks = csms()
    .calls("TransactionEvent")
    .map(({ eventType, offline, seqNo }) => [seqNo, eventType, offline]);
  expect(marks).toEqual([
    [0, "Started", undefined],
    [1, "Updated", undefined],
    [2, "Ended", true],
  ]);
});

it("turns strangers away offline when it is told to, but not those it knows", async () => {
  const virtual = station({ settings: { offlineUnknownTokens: false } });
  await virtual.connect();
  await virtual.plugIn(1);
  await virtual.presentToken(1, "KNOWN");
  await virtual.presentToken(1, "KNOWN");
  virtual.goOffline();
  expect(await virtual.presentToken(1, "STRANGER")).toBe("refused");
  expect(await virtual.presentToken(1, "KNOWN")).toBe("accepted");
});

it("stops a 1.6 transaction under -1 when its start was never accepted", async () => {
  const virtual = station({ version: "1.6", settings: { transactionAttempts: 2, transactionRetryMs: 10 } });
  await virtual.connect();
  csms().answers = (action) => (action === "StartTransaction" ? ["InternalError", "", {}] : useDefault);
  await virtual.plugIn(1);
  await virtual.presentToken(1, "TAG1");
  await virtual.unplug(1);
  expect(csms().calls("StartTransaction")).toHaveLength(2);
  expect(csms().calls("StopTransaction")).toMatchObject([{ transactionId: -1 }]);
  const [transaction] = virtual.ledger.transactions.values();
  expect(transaction?.wireId).toBeUndefined();
  expect(transaction?.facts.map(({ phase, abandoned, acknowledged }) => [phase, abandoned, acknowledged])).toEqual([
    ["started", true, false],
    ["ended", false, true],
  ]);
});

function callsWithIds(action: string) {
  return csms()
    .seen.filter(({ from, frame }) => from === "station" && frame[0] === 2 && frame[2] === action)
    .map(({ frame }) => frame);
}

/** When each message of a transaction says that it happened. */
function timesOf(version: string): string[] {
  const actions = version === "1.6" ? ["StartTransaction", "MeterValues", "StopTransaction"] : ["TransactionEvent"];
  return csms().seen.flatMap(({ from, frame }) => {
    if (from !== "station" || frame[0] !== 2 || !actions.includes(String(frame[2]))) return [];
    return /"timestamp":"([^"]+)"/u.exec(JSON.stringify(frame[3]))?.[1] ?? [];
  });
}
