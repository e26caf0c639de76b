import type { DomainEvent } from "@chargehand/domain/event";
import { z } from "zod";

/** What the live stream carries to a browser. Times are milliseconds since 1970: there are many of them. */
export type LiveMessage =
  /** State changes in their order; `cursor` is where to read on. While the past is told, `left` more are to come. */
  | EventsMessage
  /** What moves without being an event: power, energy and charge now. */
  | { kind: "readings"; at: number; readings: LiveReading[] }
  /** When stations were last heard of: heartbeats are no events. */
  | { kind: "seen"; seen: [station: number, at: number][] }
  /** Nothing happened, and we are here to say so. */
  | { kind: "alive"; at: number }
  /** Too much was missed to tell it all: ask for everything anew, and read on from here. */
  | { kind: "refetch"; cursor: string };

export interface EventsMessage {
  kind: "events";
  cursor: string;
  events: LiveEvent[];
  left: number;
}

export interface LiveEvent {
  station?: number;
  at: number;
  receivedAt: number;
  event: DomainEvent;
}

const reading = z.tuple([
  z.int(),
  z.int(),
  z.int().nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
]);

/** station, evse, session, power in W, energy of the session in Wh, state of charge in percent; null is not known */
export type LiveReading = z.output<typeof reading>;

/** The payload of the bus's `live` topic. */
export const livePayload = z.object({ at: z.number(), stations: z.array(reading) });
