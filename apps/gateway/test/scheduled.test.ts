import { waitFor } from "@chargehand/testing/wait-for";
import { describe, expect, it } from "vitest";
import { versions } from "./harness";
import { withOrders } from "./with-orders";

const orders = withOrders();

describe.each(versions)("what a station of %s promises for later", (version) => {
  it("is waited for until it has come: out of service once the session has ended", async () => {
    const identity = `LATER-${version}`;
    const station = await orders.station(identity, version);
    await station.plugIn(1);
    await station.presentToken(1, "CAFE01");
    expect(station.transaction(1)).toBeDefined();

    const id = await orders.give(identity, { type: "set-availability", operative: false, evse: 1 });
    await orders.becomes(id, { answer: "scheduled", proof: "waiting" });
    const [{ hours } = { hours: 0 }] = await orders
      .gateway()
      .rows<{ hours: number }>(
        "SELECT extract(epoch FROM deadline - answered_at)::float8 / 3600 AS hours FROM command WHERE id = $1",
        id,
      );
    expect(hours).toBe(24);

    await station.unplug(1);
    await orders.becomes(id, { proof: "confirmed", evidence: "reported out of service" });
  });

  it("is waited for until it has come: the boot, once nobody charges any more", async () => {
    const identity = `IDLE-${version}`;
    const station = await orders.station(identity, version, { rebootMs: 50 });
    await station.plugIn(1);
    await station.presentToken(1, "CAFE01");
    const id = await orders.give(identity, { type: "reset", when: "idle" });
    // 1.6 has no reset that waits: what came after it has long been done when it is still kept back here.
    if (version === "1.6") await orders.done(identity, { type: "trigger", message: "heartbeat" });
    await orders.becomes(id, version === "1.6" ? { delivery: "queued" } : { answer: "scheduled", proof: "waiting" });
    expect(station.transaction(1)).toBeDefined();
    await station.unplug(1);
    await orders.becomes(id, { proof: "confirmed", evidence: expect.stringMatching(/^booted/) });
  });
});

describe.each(["2.0.1", "2.1"] as const)("the reset of one evse of a station of %s", (version) => {
  it("is proven by its connector, which goes out of service and comes back, and by no boot", async () => {
    const identity = `EVSE-${version}`;
    await orders.station(identity, version, { rebootMs: 50 });
    const id = await orders.done(identity, { type: "reset", when: "now", evse: 2 });
    await orders.becomes(id, { evidence: "connector 2 went out of service and came back" });
    const boots = (await orders.gateway().events(identity)).filter(({ type }) => type === "station.booted");
    expect(boots).toHaveLength(1);
  });

  it("waits until nobody charges there, and is followed to its end", async () => {
    const identity = `EVSE-IDLE-${version}`;
    const station = await orders.station(identity, version, { rebootMs: 50 });
    await station.plugIn(1);
    await station.presentToken(1, "CAFE01");
    const id = await orders.give(identity, { type: "reset", when: "idle", evse: 1 });
    await orders.becomes(id, { answer: "scheduled", proof: "waiting" });
    expect(station.transaction(1)).toBeDefined();
    await station.unplug(1);
    await orders.becomes(id, { proof: "confirmed", evidence: "connector 1 went out of service and came back" });
  });
});

describe("a reset after which sessions go on", () => {
  it("is proven by the boot of a station of 2.1, and its session is the same and runs", async () => {
    const station = await orders.station("RESUMES", "2.1", { rebootMs: 50 });
    await station.plugIn(1);
    await station.presentToken(1, "CAFE01");
    const before = station.transaction(1)?.wireId;
    await orders.done("RESUMES", { type: "reset", when: "resume" });
    const sessions = () =>
      orders
        .gateway()
        .rows(
          "SELECT wire_id, x.status, trigger FROM session x JOIN station s ON s.id = x.station_id WHERE identity = $1",
          "RESUMES",
        );
    await waitFor(async () => Object((await sessions())[0]).trigger === "TxResumed", { what: "the session to go on" });
    expect(await sessions()).toEqual([{ wire_id: before, status: "open", trigger: "TxResumed" }]);
  });

  it.each(["1.6", "2.0.1"] as const)("is not sent to a station of %s, which would end them", async (version) => {
    await orders.station(`RESUMES-${version}`, version);
    const detail = expect.stringContaining("no sessions that go on after a reset");
    await orders.done(`RESUMES-${version}`, { type: "reset", when: "resume" }, { answer: "unsupported", detail });
  });
});

describe("the reset of one evse of a station of 1.6", () => {
  it("is not sent, and says why", async () => {
    await orders.station("EVSE-1.6", "1.6");
    const detail = "OCPP 1.6 resets the whole station, never one EVSE";
    await orders.done("EVSE-1.6", { type: "reset", when: "now", evse: 1 }, { answer: "unsupported", detail });
  });
});

describe("the deadline of a reset", () => {
  it("is five minutes, until enough resets of the same model have shown what is usual", async () => {
    const like = { vendor: "Voltara", model: "Slow 1", rebootMs: 50 };
    await orders.station("RESETS", "2.0.1", like);
    const reset = () => orders.done("RESETS", { type: "reset", when: "now" });
    const secondsOf = async (id: number) => {
      const [row] = await orders
        .gateway()
        .rows<{ seconds: number }>("SELECT (plan->>'deadlineSeconds')::int AS seconds FROM command WHERE id = $1", id);
      return row?.seconds;
    };
    const first = await reset();
    expect(await secondsOf(first)).toBe(300);
    // Four more, each of which took 41 seconds.
    await orders.gateway().rows(
      `INSERT INTO command (station_id, type, command, expires_at, delivery, answer, proof, plan, sent_at, answered_at, confirmed_at)
       SELECT station_id, type, command, expires_at, delivery, answer, proof, plan, sent_at, now() - interval '41 seconds', now()
       FROM command, generate_series(1, 4) WHERE id = $1`,
      first,
    );
    const seconds = await secondsOf(await reset());
    expect(seconds).toBeGreaterThanOrEqual(50);
    expect(seconds).toBeLessThanOrEqual(52);
  });
});

describe("a connector's status", () => {
  it("is the same whether the station tells it by a status or by an event", async () => {
    const told = await Promise.all(
      (["StatusNotification", "NotifyEvent"] as const).map(async (availabilityBy) => {
        const identity = `BY-${availabilityBy}`;
        const station = await orders.station(identity, "2.1", { availabilityBy });
        await station.plugIn(1);
        await station.presentToken(1, "CAFE01");
        await station.presentToken(1, "CAFE01");
        await station.unplug(1);
        await station.fault(2);
        await station.repair(2);
        const types = async () =>
          (await orders.gateway().events(identity))
            .filter(({ type }) => String(type).startsWith("connector."))
            .map(({ type, evse, connector, activity }) => ({ type, evse, connector, activity }));
        await waitFor(async () => (await types()).at(-1)?.type === "connector.available", { what: "the repair" });
        return types();
      }),
    );
    expect(told[1]).toEqual(told[0]);
    expect(told[0]?.map(({ type }) => type)).toContain("connector.faulted");
  });
});
