import type { DomainEvent } from "@chargehand/domain/event";
import type { Queryable } from "./pool";

/** An event as a reader gets it. Numbers beyond 2^53 never occur, so ids are plain text only inside the cursor. */
export interface StoredEvent {
  /** Opaque; read on from here. */
  cursor: string;
  station?: number;
  at: Date;
  receivedAt: Date;
  event: DomainEvent;
}

export interface EventPage {
  events: StoredEvent[];
  /** Where to read on, also when the page is empty. */
  cursor: string;
}

/** Events after a cursor, in an order in which none can appear later before one already read. `"now"` gives only a cursor. */
export declare function readEvents(client: Queryable, after: string, limit: number): Promise<EventPage>;

export interface EventToInsert {
  station?: number;
  at?: Date;
  event: DomainEvent;
}

/** Either a pg client inside its transaction or a Prisma transaction client. */
export type EventWriter = Queryable | { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> };

/** Writes the console's own events, in the transaction of the change they tell of. */
export declare function insertEvents(tx: EventWriter, events: readonly EventToInsert[]): Promise<void>;

/** Seconds by which readers are behind because a writing transaction is still open. */
export declare function eventLag(client: Queryable): Promise<number>;
