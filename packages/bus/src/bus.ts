/**
 * What travels on the bus. It only says "look": whoever needs to be sure reads the database.
 * `events`, `frames`, `tokens`: a bell, without content. `commands`: the number of the station that has one.
 * `live`: JSON of what moves without being an event.
 */
export const topics = ["events", "frames", "tokens", "commands", "live"] as const;
export type Topic = (typeof topics)[number];

/** Topics that say nothing but "look": many rings in a short while are one. */
export const bells = ["events", "frames", "tokens"] as const satisfies readonly Topic[];

export type Listener = (payload: string) => void;

/** Publish and subscribe between the processes of one network. Nothing is kept: a lost message costs at most a poll. */
export interface Bus {
  /** Returns at once; throws only for a payload over `maxPayloadBytes`. Bells are coalesced. */
  publish(topic: Topic, payload?: string): void;
  /** Resolves when the subscription is in force; survives lost connections. */
  subscribe(topic: Topic, listener: Listener): Promise<() => void>;
  close(): Promise<void>;
}

/** What PostgreSQL carries in a NOTIFY; the other adapters keep to it. */
export const maxPayloadBytes = 7999;
