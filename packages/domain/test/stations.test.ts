import { describe, expect, it } from "vitest";
import { after, decided, eventTypes, now, sessionReport, station } from "./factories";

const boot = { type: "booted", vendor: "Voltara", model: "D150", firmwareVersion: "2.4.0", reason: "PowerUp" } as const;
const place = { evse: 1, connector: 1 };

describe("a boot", () => {
  it.each([
    ["approved", "accepted", 300],
    ["waiting", "pending", 30],
    ["refused", "rejected", 3600],
    ["retired", "rejected", 3600],
  ] as const)("of a station that is %s is %s", (approval, registration, intervalSeconds) => {
    const decision = decided(station({ approval, registration: "none" }), boot);
    expect(decision.outcome).toEqual({ type: "booted", registration, intervalSeconds });
    expect(decision.changes.station).toMatchObject({ vendor: "Voltara", model: "D150", registration });
    expect(decision.state.registration).toBe(registration);
    expect(eventTypes(decision)).toEqual(["station.booted"]);
  });

  it("comes before everything else that carries data", () => {
    const early = decided(station({ registration: "none" }), sessionReport());
    expect(early.outcome).toMatchObject({ type: "refused", error: "security" });
    expect(early.changes).toEqual({});
    expect(decided(station({ approval: "waiting", registration: "pending" }), sessionReport()).outcome.type).toBe(
      "refused",
    );
  });
});

describe("a connector", () => {
  const status = (facts: object) =>
    ({ type: "connector-status", connectors: [{ place, status: "available", ...facts }] }) as const;

  it("tells a change once, and a repetition never", () => {
    const first = decided(station(), status({ at: now }));
    expect(eventTypes(first)).toEqual(["connector.available"]);
    const again = decided(first.state, status({ at: after(60) }));
    expect(again.changes).toEqual({});
    expect(again.events).toEqual([]);
  });

  it("does not go back to an old status that is replayed, but hears of an old fault", () => {
    const { state } = decided(station(), status({ status: "occupied", at: after(-10) }));
    expect(decided(state, status({ at: after(-100) })).changes).toEqual({});
    expect(
      eventTypes(decided(state, status({ status: "faulted", errorCode: "GroundFailure", at: after(-100) }))),
    ).toEqual(["connector.faulted"]);
  });

  it("keeps two evses with the same connector number apart", () => {
    const { state } = decided(station(), {
      type: "connector-status",
      connectors: [
        { place: { evse: 1, connector: 1 }, status: "occupied" },
        { place: { evse: 2, connector: 1 }, status: "faulted" },
      ],
    });
    expect([...state.connectors.values()].map(({ status }) => status)).toEqual(["occupied", "faulted"]);
  });

  it("waits to be unplugged after its session has ended", () => {
    const { state } = decided(station(), status({ status: "occupied" }));
    const charging = decided(
      state,
      sessionReport({ phase: "started", sequence: 0, place, activity: "charging" }),
    ).state;
    const ended = decided(charging, sessionReport({ phase: "ended", sequence: 1 }));
    expect(ended.changes.connectors).toMatchObject([{ status: "occupied", activity: "unplug" }]);
  });

  it("tells that it waits to be unplugged as of the end of the session, not of its last status", () => {
    const { state } = decided(station(), status({ status: "occupied", at: after(-600) }));
    const charging = decided(
      state,
      sessionReport({ phase: "started", sequence: 0, place, activity: "charging", at: after(-500) }),
    ).state;
    const ended = decided(charging, sessionReport({ phase: "ended", sequence: 1, at: after(-2) }));
    expect(ended.events.find(({ event }) => event.type === "connector.activity")?.at).toEqual(after(-2));
    expect([...ended.state.connectors.values()][0]?.at).toEqual(after(-600));
  });
});

describe("a policy of the network that sets stations up", () => {
  const key = { variable: { component: "", name: "HeartbeatInterval" }, value: "300" };
  const variable = { variable: { component: "OCPPCommCtrlr", name: "HeartbeatInterval" }, value: "300" };
  const boot = { type: "booted", vendor: "V", model: "M" } as const;

  it.each([
    ["1.6", key],
    ["2.0.1", variable],
    ["2.1", variable],
  ] as const)("tells a station of %s what it has words for", (version, write) => {
    const bootPolicy = { policy: "configure", writes: [key, variable], configured: "no" } as const;
    const decision = decided(station({ version }), boot, { facts: { bootPolicy } });
    expect(decision.outcome).toMatchObject({ registration: "pending" });
    expect(decision.changes.followUps?.map(({ command }) => command)).toEqual([
      { type: "write-variables", writes: [write] },
      { type: "trigger", message: "boot" },
    ]);
  });

  it("accepts at once whom it has nothing to tell", () => {
    const bootPolicy = { policy: "configure", writes: [key], configured: "no" } as const;
    expect(decided(station(), boot, { facts: { bootPolicy } }).outcome).toMatchObject({ registration: "accepted" });
  });
});

it("a start by button needs no token", () => {
  const token = { value: "", kind: "noauthorization" };
  const decision = decided(station(), { type: "token-presented", token }, { unknownTokens: "reject" });
  expect(decision.outcome).toMatchObject({ authorization: { status: "accepted" } });
});

describe("a token", () => {
  const presented = { type: "token-presented", token: { value: "abc", kind: "iso14443" } } as const;
  const known = { value: "ABC", kind: "iso14443", standing: "active", group: "fleet" } as const;

  it.each([
    [undefined, "reject", "unknown"],
    [undefined, "accept", "accepted"],
    [known, "reject", "accepted"],
    [{ ...known, standing: "blocked" }, "accept", "blocked"],
    [{ ...known, expiresAt: now }, "accept", "expired"],
  ] as const)("%o with strangers %s is %s", (found, unknownTokens, status) => {
    const decision = decided(station(), presented, { facts: { token: { found } }, unknownTokens });
    expect(decision.outcome).toMatchObject({ type: "authorized", authorization: { status } });
  });
});
