import type { TimedEvent } from "../event";
import type { HoldingChange } from "../holding";
import type { ConnectorState, SessionState, StationState } from "../station-state";

/** What a decision adds where reservations end. */
export interface ReservationsOver {
  holdings: HoldingChange[];
  events: TimedEvent[];
}

/** A session was begun with a reservation: that is used now (H03). Its number is said once, so this happens once. */
export function usedReservation(
  before: Pick<SessionState, "reservationId"> | undefined,
  { reservationId }: Pick<SessionState, "reservationId">,
  receivedAt: Date,
): ReservationsOver | undefined {
  if (reservationId === undefined || before?.reservationId === reservationId) return undefined;
  return over([{ do: "clear", kind: "reservation", key: String(reservationId) }], receivedAt);
}

/**
 * Stations of 1.6 have no message for a reservation that ended by itself: that its connector is free or out of order,
 * and reserved no longer, tells it. One that is occupied may still be waiting for its driver's card.
 */
export function reservationsDropped(
  { version, connectors }: Pick<StationState, "version" | "connectors">,
  changed: readonly ConnectorState[],
  receivedAt: Date,
): ReservationsOver | undefined {
  if (version !== "1.6") return undefined;
  const freed = changed.filter(
    ({ place, status }) =>
      status !== "reserved" &&
      status !== "occupied" &&
      [...connectors.values()].some(
        (before) =>
          before.status === "reserved" &&
          before.place.evse === place.evse &&
          before.place.connector === place.connector,
      ),
  );
  if (freed.length === 0) return undefined;
  return over(
    freed.map(({ place }) => ({ do: "clear", kind: "reservation", matching: { place } }) as const),
    receivedAt,
  );
}

const over = (holdings: HoldingChange[], receivedAt: Date): ReservationsOver => ({
  holdings,
  events: [{ event: { type: "holdings.changed", kinds: ["reservation"] }, at: receivedAt, receivedAt }],
});
