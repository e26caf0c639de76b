import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { createBell } from "./bell";
import { type Bus, bells, type Listener, maxPayloadBytes, type Topic, topics } from "./bus";

export interface PostgresBusOptions {
  url: string;
  /** Told when the connection is lost or back; the bus reconnects by itself. */
  onConnection?(up: boolean, error?: Error): void;
}

const bellEveryMs = 50;
const firstPauseMs = 50;
const longestPauseMs = 2_000;
/** While the connection is away, messages wait here; the oldest are let go first. */
const mostWaiting = 1_000;

/** The bus over LISTEN and NOTIFY, on a connection of its own, outside every transaction. */
export async function createPostgresBus({ url, onConnection }: PostgresBusOptions): Promise<Bus> {
  const listeners = new Map<Topic, Set<Listener>>();
  const waiting: [channel: string, payload: string][] = [];
  const closed = new AbortController();
  let client: pg.Client | undefined;
  let reconnecting: Promise<void> | undefined;
  let sending: Promise<void> | undefined;

  async function connect() {
    const next = new pg.Client({ connectionString: url, application_name: "chargehand bus", keepAlive: true });
    next.on("error", (error) => lost(next, error));
    next.on("end", () => lost(next, new Error("the database closed the connection")));
    next.on("notification", ({ channel, payload = "" }) => deliver(channel, payload));
    try {
      await next.connect();
      for (const topic of listeners.keys()) await next.query(`LISTEN ${channelOf(topic)}`);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    client = next;
  }

  function lost(which: pg.Client, error: Error) {
    if (client !== which || closed.signal.aborted) return;
    client = undefined;
    onConnection?.(false, error);
    reconnecting = reconnect();
  }

  async function reconnect() {
    for (let attempt = 0; !closed.signal.aborted; attempt++) {
      const ms = Math.min(longestPauseMs, firstPauseMs * 2 ** attempt) * (0.5 + Math.random() / 2);
      await pause(ms, undefined, { signal: closed.signal }).catch(() => {});
      if (closed.signal.aborted) return;
      try {
        await connect();
        break;
      } catch (error) {
        onConnection?.(false, error instanceof Error ? error : new Error(String(error)));
      }
    }
    onConnection?.(true);
    // Whatever was rung meanwhile went unheard.
    for (const topic of bells) deliver(channelOf(topic), "");
    send();
  }

  /** Resolves when the server has taken the subscription; listening twice is listening once. */
  async function listen(topic: Topic) {
    while (!closed.signal.aborted) {
      await reconnecting;
      try {
        await client?.query(`LISTEN ${channelOf(topic)}`);
        return;
      } catch {
        await pause(firstPauseMs);
      }
    }
  }

  function deliver(channel: string, payload: string) {
    const topic = topicOf(channel);
    for (const listener of (topic && listeners.get(topic)) ?? []) listener(payload);
  }

  /** One message after the other; what a lost connection did not take is sent on the next. */
  function send() {
    sending ??= sendWaiting().finally(() => {
      sending = undefined;
    });
  }

  async function sendWaiting() {
    for (let next = waiting[0]; next && client; next = waiting[0]) {
      try {
        await client.query("SELECT pg_notify($1, $2)", next);
      } catch {
        return; // The connection is lost, which `lost` takes care of.
      }
      waiting.shift();
    }
  }

  function enqueue(topic: Topic, payload: string) {
    if (waiting.length >= mostWaiting) waiting.shift();
    waiting.push([channelOf(topic), payload]);
    send();
  }

  const rings = new Map<Topic, ReturnType<typeof createBell>>(
    bells.map((topic) => [topic, createBell(() => enqueue(topic, ""), bellEveryMs)]),
  );

  await connect();
  return {
    publish(topic, payload = "") {
      const ring = rings.get(topic);
      if (ring) return ring.press();
      const bytes = Buffer.byteLength(payload);
      if (bytes > maxPayloadBytes) throw new RangeError(`${bytes} bytes are too many for the bus: ${topic}`);
      enqueue(topic, payload);
    },
    async subscribe(topic, listener) {
      const all = listeners.get(topic) ?? new Set();
      listeners.set(topic, all.add(listener));
      await listen(topic);
      return () => {
        all.delete(listener);
      };
    },
    async close() {
      for (const ring of rings.values()) ring.stop();
      await sending;
      closed.abort();
      await reconnecting;
      await client?.end();
    },
  };
}

const prefix = "chargehand_";
const channelOf = (topic: Topic) => `${prefix}${topic}`;
const topicOf = (channel: string) => topics.find((topic) => channelOf(topic) === channel);
