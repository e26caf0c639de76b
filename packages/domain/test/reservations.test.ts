import { describe, expect, it } from "vitest";
import { after, decided, eventTypes, now, sessionReport, station } from "./factories";

const place = { evse: 1, connector: 1 };
const status = (word: "reserved" | "available" | "occupied" | "faulted") =>
  ({ type: "connector-status", connectors: [{ place, status: word, at: now }] }) as const;

describe("a reservation", () => {
  it("is used by the session that carries its number, which keeps the number", () => {
    const started = decided(station(), sessionReport({ phase: "started", sequence: 0, reservationId: 12 }));
    expect(started.changes.holdings).toEqual([{ do: "clear", kind: "reservation", key: "12" }]);
    expect(started.state.sessions.get("tx-1")).toMatchObject({ reservationId: 12 });
    expect(eventTypes(started)).toEqual(["session.started", "holdings.changed"]);

    const later = decided(started.state, sessionReport({ sequence: 1, at: after(9) }));
    expect(later.changes.holdings ?? []).toEqual([]);
    expect(eventTypes(later)).toEqual([]);
  });

  it("of 2.x may be named by a later message of its session", () => {
    const { state } = decided(station(), sessionReport({ phase: "started", sequence: 0 }));
    const later = decided(state, sessionReport({ sequence: 1, reservationId: 12 }));
    expect(later.changes.holdings).toEqual([{ do: "clear", kind: "reservation", key: "12" }]);
  });

  it("of 1.6 is over when its connector is reserved no longer, but not when the driver has plugged in", () => {
    const { state } = decided(station({ version: "1.6" }), status("reserved"));
    for (const word of ["available", "faulted"] as const) {
      const over = decided(state, status(word));
      expect(over.changes.holdings).toEqual([{ do: "clear", kind: "reservation", matching: { place } }]);
      expect(eventTypes(over)).toContain("holdings.changed");
    }
    expect(decided(state, status("occupied")).changes.holdings).toBeUndefined();
  });

  it("of 2.x ends by its own message only", () => {
    const { state } = decided(station({ version: "2.1" }), status("reserved"));
    expect(decided(state, status("available")).changes.holdings).toBeUndefined();
  });
});
