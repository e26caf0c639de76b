import type { DomainEvent } from "@chargehand/domain/event";
import { describe, expect, it } from "vitest";
import type { ConnectorRow, StationRow } from "../server/stations/rows";
import type { LiveEvent, LiveReading } from "./message";
import { patchStation } from "./patch-station";

const noon = Date.UTC(2026, 10, 23, 12);
const second = 1_000;

const connector = (facts: Partial<ConnectorRow> = {}): ConnectorRow => ({
  evse: 1,
  connector: 1,
  status: "available",
  activity: null,
  since: new Date(noon),
  receivedAt: new Date(noon),
  errorCode: null,
  errorInfo: null,
  vendorErrorCode: null,
  session: null,
  ...facts,
});

const station = (facts: Partial<StationRow> = {}): StationRow => ({
  id: 1,
  identity: "CS-1",
  name: null,
  site: null,
  approval: "approved",
  version: "2.0.1",
  vendor: null,
  model: null,
  firmwareVersion: null,
  tags: [],
  connected: true,
  connectedAt: new Date(noon - 60 * second),
  disconnectedAt: null,
  lastSeenAt: new Date(noon),
  heartbeatSeconds: 300,
  connectors: [connector(), connector({ evse: 2 })],
  powerW: null,
  ...facts,
});

const at = (seconds: number, event: DomainEvent): LiveEvent => ({
  station: 1,
  at: noon + seconds * second,
  receivedAt: noon + seconds * second,
  event,
});
const after = (row: StationRow, ...events: LiveEvent[]) => patchStation(row, { events, readings: [] });
const reading = (row: StationRow, reading: LiveReading) =>
  patchStation(row, { events: [], readings: [{ at: noon + second, reading }] });

describe("a station's row", () => {
  it("takes over what a connector says of itself", () => {
    const row = after(
      station(),
      at(1, {
        type: "connector.faulted",
        evse: 2,
        connector: 1,
        errorCode: "GroundFailure",
        errorInfo: "34 mA",
        vendorErrorCode: "Rcd",
      }),
    );
    expect(row.connectors).toMatchObject([
      { evse: 1, status: "available" },
      {
        evse: 2,
        status: "faulted",
        errorCode: "GroundFailure",
        errorInfo: "34 mA",
        vendorErrorCode: "Rcd",
        since: new Date(noon + second),
      },
    ]);
    expect(after(row, at(2, { type: "connector.available", evse: 2, connector: 1 })).connectors[1]).toMatchObject({
      status: "available",
      errorCode: null,
    });
  });

  it("takes over a new activity with its status", () => {
    const event = {
      type: "connector.activity",
      status: "occupied",
      activity: "charging",
      evse: 1,
      connector: 1,
    } as const;
    expect(after(station(), at(1, event)).connectors[0]).toMatchObject({ status: "occupied", activity: "charging" });
  });

  it("gains a connector that nobody knew, in its place", () => {
    const row = after(
      station({ connectors: [connector({ evse: 2 })] }),
      at(1, { type: "connector.available", evse: 1, connector: 1 }),
    );
    expect(row.connectors.map(({ evse }) => evse)).toEqual([1, 2]);
  });

  it("does not go back to what was said before", () => {
    const row = station();
    expect(after(row, at(-5, { type: "connector.faulted", evse: 1, connector: 1 })).connectors).toBe(row.connectors);
    expect(after(row, at(-90, { type: "station.disconnected", closeCode: 1006, closeReason: "" })).connected).toBe(
      true,
    );
  });

  it("goes offline and comes back", () => {
    const gone = after(station(), at(1, { type: "station.disconnected", closeCode: 1006, closeReason: "" }));
    expect(gone).toMatchObject({ connected: false, disconnectedAt: new Date(noon + second) });
    expect(after(gone, at(2, { type: "station.connected", version: "2.1" }))).toMatchObject({
      connected: true,
      version: "2.1",
    });
  });

  it("shows a session from its start to its end, with the power of all", () => {
    const begun = after(
      station(),
      at(1, { type: "session.started", session: 7, place: { evse: 1, connector: 1 } }),
      at(1, { type: "session.started", session: 8 }),
      at(2, { type: "session.updated", session: 8, place: { evse: 2 } }),
    );
    expect(begun.connectors.map(({ session }) => session?.id)).toEqual([7, 8]);
    const charging = reading(reading(begun, [1, 1, 7, 7_400, 1_200, 41]), [1, 2, 8, 3_600, null, null]);
    expect(charging.connectors[0]?.session).toMatchObject({ powerW: 7_400, energyWh: 1_200, stateOfCharge: 41 });
    expect(charging.powerW).toBe(11_000);
    const ended = after(charging, at(3, { type: "session.ended", session: 7, endedBy: "station" }));
    expect(ended.connectors[0]?.session).toBeNull();
    expect(ended.powerW).toBe(3_600);
  });

  it("does not bring an ended session back with a reading that comes in the same frame", () => {
    const charging = after(station(), at(1, { type: "session.started", session: 7, place: { evse: 1, connector: 1 } }));
    const row = patchStation(charging, {
      events: [at(2, { type: "session.ended", session: 7, endedBy: "station" })],
      readings: [{ at: noon + 2 * second, reading: [1, 1, 7, 7_400, 1_200, null] }],
    });
    expect(row.connectors[0]?.session).toBeNull();
    expect(row.powerW).toBeNull();
  });

  it("keeps what a reading does not say", () => {
    const charging = after(station(), at(1, { type: "session.started", session: 7, place: { evse: 1, connector: 1 } }));
    const row = reading(reading(charging, [1, 1, 7, 7_400, 1_200, 41]), [1, 1, 7, 7_000, null, null]);
    expect(row.connectors[0]?.session).toMatchObject({ powerW: 7_000, energyWh: 1_200, stateOfCharge: 41 });
  });

  it("was last seen with its last word, not with ours about it", () => {
    const row = station();
    expect(
      after(row, at(5, { type: "station.booted", vendor: "V", model: "M", registration: "accepted" })).lastSeenAt,
    ).toEqual(new Date(noon + 5 * second));
    expect(after(row, at(5, { type: "station.changed", what: "renamed" }))).toBe(row);
    expect(patchStation(row, { events: [], readings: [], seenAt: noon + 9 * second }).lastSeenAt).toEqual(
      new Date(noon + 9 * second),
    );
  });

  it("stays the very same object when nothing of it changed", () => {
    const row = station();
    expect(patchStation(row, { events: [], readings: [], seenAt: noon })).toBe(row);
  });
});
