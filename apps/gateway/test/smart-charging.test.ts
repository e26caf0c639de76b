import { VirtualStation } from "@chargehand/simulator/station";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway, versions } from "./harness";
import { type Operator, startOperator } from "./operator";

let gateway: TestGateway;
let operator: Operator;
const stations: VirtualStation[] = [];
beforeAll(async () => {
  gateway = await startTestGateway();
  operator = await startOperator(gateway);
  await gateway.addToken("CAFE01");
});
afterEach(() => {
  for (const station of stations.splice(0)) station.stop();
});
afterAll(async () => {
  await operator.stop();
  await gateway.stop();
});

type Version = (typeof versions)[number];

/** A virtual station with a car that charges at its first evse with eleven kilowatts. */
async function charging(identity: string, version: Version): Promise<VirtualStation> {
  await gateway.addStation(identity);
  const station = new VirtualStation({ identity, version, url: gateway.url });
  stations.push(station);
  await station.connect();
  await station.plugIn(1);
  await station.presentToken(1, "CAFE01");
  expect(station.reading(1).flow.watts).toBeCloseTo(11_000, -1);
  return station;
}

const sessionOf = async (identity: string) =>
  (
    await gateway.row<{ wire_id: string }>(
      `SELECT wire_id FROM session JOIN station ON station.id = station_id
       WHERE identity = $1 AND status = 'open' AND wire_id IS NOT NULL`,
      identity,
    )
  ).wire_id;

describe.each(versions)("power at a station of %s", (version) => {
  it("falls when a limit is set, which its own schedule proves, and rises when it is cleared", async () => {
    const identity = `LIMIT-${version}`;
    const station = await charging(identity, version);

    const limit = await operator.give(identity, { type: "set-limit", evse: 1, limit: 6, unit: "A" });
    await operator.becomes(limit, {
      answer: "accepted",
      proof: "confirmed",
      evidence: expect.stringMatching(/allows 6 A/),
    });
    expect(await operator.held(identity, "charging-profile")).toMatchObject([
      { evse: 1, purpose: "default", stackLevel: 0, schedules: [{ unit: "A", periods: [{ start: 0, limit: 6 }] }] },
    ]);
    expect(await operator.held(identity, "reported-schedule")).toMatchObject([
      { evse: 1, unit: "A", periods: [{ start: 0, limit: 6 }] },
    ]);
    await expect.poll(() => station.reading(1).flow.watts).toBeLessThan(6 * 230 * 3 + 50);

    const clear = await operator.give(identity, { type: "clear-profiles", evse: 1, purpose: "default" });
    await operator.becomes(clear, { answer: "accepted" });
    expect(await operator.held(identity, "charging-profile")).toEqual([]);
    await expect.poll(() => station.reading(1).flow.watts).toBeGreaterThan(10_000);
  });

  it("of one session is limited for as long as it lasts", async () => {
    const identity = `SESSION-${version}`;
    const station = await charging(identity, version);
    const session = await sessionOf(identity);

    const limit = await operator.give(identity, { type: "set-limit", evse: 1, session, limit: 4_000, unit: "W" });
    await operator.becomes(limit, { answer: "accepted", proof: "confirmed" });
    expect(await operator.held(identity, "charging-profile")).toMatchObject([{ evse: 1, purpose: "session", session }]);
    await expect.poll(() => station.reading(1).flow.watts).toBeLessThan(4_050);

    await station.presentToken(1, "CAFE01");
    await expect.poll(() => operator.held(identity, "charging-profile")).toEqual([]);
  });

  it("that a higher limit was meant to lower is told to be higher", async () => {
    const identity = `HIGHER-${version}`;
    await charging(identity, version);
    const low = { type: "set-limit", evse: 1, limit: 16, unit: "A", stackLevel: 3 } as const;
    await operator.becomes(await operator.give(identity, low), { proof: "confirmed" });

    const profile = {
      id: 5,
      evse: 1,
      purpose: "default",
      stackLevel: 1,
      kind: "absolute",
      schedules: [{ startsAt: "2026-01-01T00:00:00Z", unit: "A", periods: [{ start: 0, limit: 6 }] }],
    } as const;
    const second = await operator.give(identity, {
      type: "set-profile",
      profile: {
        ...profile,
        schedules: [...profile.schedules].map((each) => ({ ...each, periods: [...each.periods] })),
      },
    });
    await operator.becomes(second, {
      answer: "accepted",
      proof: "unproven",
      evidence: expect.stringMatching(/not effective: the station's schedule allows 16 A/),
    });
  });
});
