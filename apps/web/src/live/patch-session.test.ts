import type { DomainEvent } from "@chargehand/domain/event";
import { describe, expect, it } from "vitest";
import type { SessionRow } from "../server/sessions/rows";
import type { LiveReading } from "./message";
import { patchSession } from "./patch-session";

const noon = Date.UTC(2026, 10, 23, 12);

const session = (facts: Partial<SessionRow> = {}): SessionRow => ({
  id: 7,
  wireId: "tx-7",
  station: { id: 1, identity: "CS-1", name: null, connected: true },
  site: null,
  evse: 1,
  connector: 1,
  token: null,
  tokenKind: null,
  status: "open",
  activity: "connected",
  provisional: false,
  orphan: false,
  startedAt: new Date(noon),
  endedAt: null,
  receivedAt: new Date(noon),
  energyWh: null,
  powerW: null,
  stateOfChargeStart: null,
  stateOfCharge: null,
  meterAt: null,
  stopReason: null,
  endedBy: null,
  offline: false,
  attention: [],
  joinedTo: null,
  ...facts,
});

const after = (row: SessionRow, event: DomainEvent) =>
  patchSession(row, { events: [{ station: 1, at: noon + 1_000, receivedAt: noon + 2_000, event }], readings: [] });
const reading = (row: SessionRow, values: LiveReading) =>
  patchSession(row, { events: [], readings: [{ at: noon + 1_000, reading: values }] });

describe("a session's row", () => {
  it("follows what goes on, keeping what an event does not say", () => {
    expect(
      after(session({ token: "ABBA" }), { type: "session.updated", session: 7, activity: "charging" }),
    ).toMatchObject({
      activity: "charging",
      token: "ABBA",
    });
  });

  it("ends at the station's time, with its reason", () => {
    const event = {
      type: "session.ended",
      session: 7,
      reason: "EVDisconnected",
      energyWh: 900,
      endedBy: "station",
    } as const;
    expect(after(session(), event)).toMatchObject({
      status: "ended",
      endedAt: new Date(noon + 1_000),
      stopReason: "EVDisconnected",
      energyWh: 900,
    });
  });

  it("moves with its readings while it runs, and no longer", () => {
    expect(reading(session(), [1, 1, 7, 7_400, 1_200, 41])).toMatchObject({
      powerW: 7_400,
      energyWh: 1_200,
      stateOfCharge: 41,
    });
    const ended = session({ status: "ended" });
    expect(reading(ended, [1, 1, 7, 0, 1_200, 41])).toBe(ended);
  });

  it("asks for a person as soon as something does not add up", () => {
    expect(after(session(), { type: "session.attention", session: 7, attention: ["gap"] }).attention).toEqual(["gap"]);
  });

  it("knows when its station falls silent", () => {
    const silent = after(session(), { type: "station.disconnected", closeCode: 1006, closeReason: "" });
    expect(silent.station.connected).toBe(false);
    expect(after(silent, { type: "station.disconnected", closeCode: 1006, closeReason: "" })).toBe(silent);
  });

  it("follows what goes on at its connector, which is all that OCPP 1.6 tells", () => {
    const event = { type: "connector.activity", status: "occupied", activity: "charging", connector: 1 } as const;
    expect(after(session(), { ...event, evse: 1 }).activity).toBe("charging");
    expect(after(session(), { ...event, evse: 2 }).activity).toBe("connected");
    expect(after(session({ status: "ended", activity: null }), { ...event, evse: 1 }).activity).toBeNull();
  });
});
