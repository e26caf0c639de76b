import { connectionHeaders } from "./wire/authorization";
import { type Line, openLine } from "./wire/line";

export type RawClientOptions = {
  /** The whole address, identity included, as a station would dial it. */
  url: string;
  /** Subprotocols offered; none when empty. */
  protocols?: string[];
  headers?: Record<string, string>;
  /** Basic credentials; the password may be bytes. */
  basic?: { user: string; password: string | Buffer };
  /** Is told every text frame as it comes. */
  onText?: (text: string) => void;
  /** Leave pings without an answer. */
  neverPong?: boolean;
};

export type Closed = { code: number; reason: string };

/** A bare socket for tests that send whatever they like and look at what comes back. */
export type RawClient = {
  /** The subprotocol the server chose. */
  readonly protocol: string;
  /** Every text frame so far. */
  readonly received: string[];
  readonly closed: Promise<Closed>;
  send(data: string | Buffer): void;
  /** The next text frame that fits and was not handed out yet; rejects at the time-out or when the line closes. */
  next(options?: { fits?: (text: string) => boolean; timeoutMs?: number }): Promise<string>;
  /** Sends a CALL and hands out the frame that answers it, parsed. */
  call(action: string, payload: unknown, id?: string): Promise<unknown[]>;
  ping(): void;
  close(code?: number, reason?: string): void;
  cut(): void;
};

/** Opens a raw connection. Rejects with `UpgradeRefused` (status, headers, body) when the server says no. */
export async function connectRaw(options: RawClientOptions): Promise<RawClient> {
  const received: string[] = [];
  const untaken: string[] = [];
  const waiting = new Set<Waiting>();
  let end: Closed | undefined;
  let settleClosed: (closed: Closed) => void = () => undefined;
  const closed = new Promise<Closed>((resolve) => {
    settleClosed = resolve;
  });

  const line: Line = await openLine(
    {
      url: options.url,
      protocols: options.protocols ?? ["ocpp1.6"],
      headers: { ...(options.basic && connectionHeaders(options.basic)), ...options.headers },
    },
    {
      onText(text) {
        received.push(text);
        const taker = [...waiting].find(({ fits }) => fits(text));
        if (taker) taker.take(text);
        else untaken.push(text);
        options.onText?.(text);
      },
      onClose(code, reason) {
        end = { code, reason };
        settleClosed(end);
        for (const { fail } of waiting) fail(`the line closed with ${code} ${reason}`);
      },
      onPing: () => !options.neverPong,
      onPong: () => undefined,
    },
  );

  const next: RawClient["next"] = ({ fits = () => true, timeoutMs = 5_000 } = {}) => {
    const place = untaken.findIndex(fits);
    const [already] = place >= 0 ? untaken.splice(place, 1) : [];
    if (already !== undefined) return Promise.resolve(already);
    if (end) return Promise.reject(new Error(`the line closed with ${end.code} ${end.reason}`));
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        waiting.delete(entry);
      };
      const entry: Waiting = {
        fits,
        take(text) {
          settle();
          resolve(text);
        },
        fail(why) {
          settle();
          reject(new Error(why));
        },
      };
      const timer = setTimeout(() => entry.fail(`no fitting frame within ${timeoutMs} ms`), timeoutMs);
      waiting.add(entry);
    });
  };

  return {
    protocol: line.protocol,
    received,
    closed,
    next,
    send: (data) => line.send(data),
    async call(action, payload, id = crypto.randomUUID()) {
      line.send(JSON.stringify([2, id, action, payload]));
      const answer: unknown = JSON.parse(await next({ fits: (text) => answersTo(id, text) }));
      if (!Array.isArray(answer)) throw new Error("the answer is no array");
      return answer;
    },
    ping: () => line.ping(),
    close: (code = 1000, reason = "") => line.close(code, reason),
    cut: () => line.cut(),
  };
}

type Waiting = { fits: (text: string) => boolean; take(text: string): void; fail(why: string): void };

function answersTo(id: string, text: string): boolean {
  const frame: unknown = JSON.parse(text);
  return Array.isArray(frame) && frame[0] !== 2 && frame[1] === id;
}
