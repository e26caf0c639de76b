import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, type TestConsole, viewer } from "./console";
import { followerOf } from "./followed";
import { addConnector, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
});
afterAll(() => house.close());

it("stands empty before there is a network", async () => {
  expect(await house.as(viewer).now.overview()).toMatchObject({
    counts: { connectors: 0, states: {}, stations: 0, sites: 0, openSessions: 0, powerW: 0 },
    issues: [],
    unproven: [],
    waiting: [],
    worstSite: null,
    running: [],
    refused: [],
  });
  expect(await house.as(viewer).now.rail()).toEqual({
    stations: 0,
    faulted: false,
    waiting: 0,
    openSessions: 0,
    unproven: 0,
    issues: 0,
    critical: false,
    refused: 0,
  });
});

it("tells in one call how the network stands and what waits for a person", async () => {
  const good = await addStation(house, { identity: "GOOD", site: "Nord" });
  await addConnector(house, good.id, { evse: 1, status: "occupied", activity: "charging" });
  await addConnector(house, good.id, { evse: 2, status: "faulted", errorCode: "GroundFailure" });
  await addConnector(house, good.id, { evse: 0, connector: 0, status: "available" });
  await addSession(house, good.id, { powerW: 11_000, attention: ["gap"] });
  const silent = await addStation(house, { identity: "SILENT", connected: false, disconnectedAt: minutesAgo(9) });
  await addConnector(house, silent.id, { status: "faulted" });
  await addStation(house, { identity: "UNSEEN", connected: false, connectedAt: null, lastSeenAt: null });
  await addStation(house, { identity: "STRANGER", approval: "waiting" });
  await house.prisma.command.create({
    data: {
      stationId: good.id,
      type: "reset",
      command: { type: "reset", when: "now" },
      expiresAt: new Date(),
      delivery: "sent",
      answer: "accepted",
      proof: "unproven",
      unprovenAt: minutesAgo(3),
    },
  });
  await addRefusals("CS-404", ["wrong-password", "wrong-password"], 5);
  await addRefusals("CS-405", ["unknown-station"], 61);
  await followerOf(house).caughtUp();

  expect(await house.as(viewer).now.overview()).toMatchObject({
    counts: {
      connectors: 3,
      states: { charging: 1, faulted: 1, offline: 1 },
      stations: 3,
      connected: 1,
      neverConnected: 1,
      sites: 1,
      openSessions: 1,
      powerW: 11_000,
    },
    issues: expect.arrayContaining([
      expect.objectContaining({ kind: "fault", about: expect.objectContaining({ code: "GroundFailure" }) }),
      expect.objectContaining({ kind: "offline", severity: "major" }),
      expect.objectContaining({ kind: "session" }),
    ]),
    unproven: [{ station: "GOOD", command: { type: "reset" } }],
    waiting: [{ identity: "STRANGER" }],
    worstSite: { name: "Nord", faulted: 1 },
    running: [{ station: { identity: "GOOD" }, powerW: 11_000 }],
    refused: [{ identity: "CS-404", reason: "wrong-password", detail: "Enter it again.", tries: 2 }],
    sites: [{ name: "Nord", stations: 1, connected: 1, faulted: 1, powerW: 11_000 }],
  });
  expect(await house.as(viewer).now.rail()).toEqual({
    stations: 3,
    faulted: true,
    waiting: 1,
    openSessions: 1,
    unproven: 1,
    issues: 5,
    critical: false,
    refused: 2,
  });
});

const addRefusals = (identity: string, reasons: string[], minutes: number) =>
  house.prisma.refusal.createMany({
    data: reasons.map((reason) => ({
      identity,
      reason,
      at: minutesAgo(minutes),
      path: `/ocpp/${identity}`,
      remoteAddress: "192.0.2.7",
      status: 401,
      detail: "Enter it again.",
    })),
  });
