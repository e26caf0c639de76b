import { type Connection, streamState } from "./connection";

/**
 * The connection as the page tells of it. A busy line speaks many times a second, and half of the page hangs on whether
 * it is live: whoever listens hears only of what changes what is said.
 */
export interface ConnectionStore {
  /** As it is now, each sign of life included. */
  get(): Connection;
  /** As it was when what is said of it last changed. */
  told(): Connection;
  set(next: Connection, now: number): void;
  subscribe(listener: () => void): () => void;
}

export function createConnectionStore(connection: Connection): ConnectionStore {
  const listeners = new Set<() => void>();
  let told = connection;
  return {
    get: () => connection,
    told: () => told,
    set(next, now) {
      const before = connection;
      connection = next;
      if (isSaidAlike(before, next, now)) return;
      told = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isSaidAlike = (before: Connection, next: Connection, now: number) =>
  before.line === next.line && before.left === next.left && streamState(before, now).is === streamState(next, now).is;
