import type { Controls } from "../../charger/controls";
import type { Evse } from "../../charger/evse";
import type { Cancel } from "../../time/clock";

/** A place kept for somebody. */
export type Reservation = {
  id: number;
  /** Undefined: any EVSE will do. */
  evse: number | undefined;
  /** Undefined: any plug will do. */
  connectorType: string | undefined;
  token: string;
  group: string | undefined;
  /** Milliseconds since 1970. */
  expiresAt: number;
};

export type Person = { token: string; group: string | undefined };

export type ReservationAnswer = "accepted" | "faulted" | "occupied" | "rejected" | "unavailable";

/** Who comes later, and the places that are kept until then. */
export class Reservations {
  #controls: Controls;
  /** What to say when one ends by itself. */
  #onEnd: (id: number, how: "expired" | "removed") => void;
  #kept = new Map<number, { reservation: Reservation; cancel: Cancel }>();

  constructor(controls: Controls, onEnd: (id: number, how: "expired" | "removed") => void) {
    this.#controls = controls;
    this.#onEnd = onEnd;
  }

  get all(): Reservation[] {
    return [...this.#kept.values()].map(({ reservation }) => reservation);
  }

  /** Keeps a place; the same id again moves it. */
  reserve(reservation: Reservation): ReservationAnswer {
    const { charger, later, now } = this.#controls;
    const { evse: place, expiresAt, id } = reservation;
    if (expiresAt <= now()) return "rejected";
    const suitable = charger.evses.filter(
      (evse) => (place === undefined || evse.id === place) && suits(evse, reservation),
    );
    if (suitable.length === 0) return "rejected";
    const others = this.all.filter((other) => other.id !== id);
    const free = suitable.filter((evse) => isFree(evse) && charger.isOperative(evse));
    const left = free.filter((evse) => !others.some((other) => other.evse === evse.id));
    const competing = place === undefined ? others.filter((other) => other.evse === undefined).length : 0;
    if (left.length <= competing) return reasonAgainst(suitable, charger.operative);

    this.#forget(id);
    const cancel = later(expiresAt - now(), () => this.#end(id, "expired"));
    this.#kept.set(id, { reservation, cancel });
    this.#mark();
    return "accepted";
  }

  /** False: there is no such reservation. */
  cancel(id: number): boolean {
    const known = this.#kept.has(id);
    this.#forget(id);
    if (known) this.#mark();
    return known;
  }

  /** Whether somebody may use a place: it is kept for nobody, or for him. */
  admits(evse: Evse, person: Person): boolean {
    return !evse.reserved || this.claim(evse, person) !== undefined;
  }

  /** The reservation by which somebody may use a place. */
  claim(evse: Evse, { group, token }: Person): number | undefined {
    const claimed = this.all.find((reservation) => {
      const here = reservation.evse === evse.id || (reservation.evse === undefined && suits(evse, reservation));
      return here && (isSame(reservation.token, token) || (group !== undefined && isSame(reservation.group, group)));
    });
    return claimed?.id;
  }

  /** Something happened at a place: what is kept there may be out of order, or the last place of all. */
  placeChanged(evse: Evse): void {
    queueMicrotask(() => {
      const { charger } = this.#controls;
      const here = this.all.filter((reservation) => reservation.evse === evse.id);
      if (!charger.isOperative(evse)) for (const { id } of here) this.#end(id, "removed");
      this.#mark();
    });
  }

  #end(id: number, how: "expired" | "removed"): void {
    if (this.cancel(id)) this.#onEnd(id, how);
  }

  #forget(id: number): void {
    this.#kept.get(id)?.cancel();
    this.#kept.delete(id);
  }

  /** Shows which places are kept. One that is kept anywhere keeps all that are left, once there are no more. */
  #mark(): void {
    const { charger } = this.#controls;
    const anywhere = this.all.filter(({ evse }) => evse === undefined);
    const named = new Set(this.all.map(({ evse }) => evse));
    const left = charger.evses.filter((evse) => isFree(evse) && charger.isOperative(evse) && !named.has(evse.id));
    const held = anywhere.flatMap((reservation) => {
      const fitting = left.filter((evse) => suits(evse, reservation));
      return fitting.length <= anywhere.length ? fitting : [];
    });
    const before = charger.evses.map(({ reserved }) => reserved);
    for (const evse of charger.evses) evse.reserved = named.has(evse.id) || held.includes(evse);
    if (charger.evses.some(({ reserved }, index) => reserved !== before[index])) charger.review();
  }
}

function suits(evse: Evse, { connectorType }: Reservation): boolean {
  return connectorType === undefined || evse.connectors.some(({ type }) => type === connectorType);
}

function isFree({ authorisation, pluggedInto, transaction }: Evse): boolean {
  return !transaction && !pluggedInto && !authorisation;
}

function reasonAgainst(evses: Evse[], stationOperative: boolean): ReservationAnswer {
  if (evses.every(({ connectors }) => connectors.every(({ fault }) => fault !== undefined))) return "faulted";
  const closed = ({ connectors, operative }: Evse): boolean => !operative || connectors.every((one) => !one.operative);
  return !stationOperative || evses.every(closed) ? "unavailable" : "occupied";
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
