import type { Duplex } from "node:stream";
import { type Frame, parseFrame } from "@chargehand/ocpp/frame";
import type { Version } from "@chargehand/ocpp/version";
import type { WebSocket } from "ws";
import { textFrame } from "./text-frame";

/** A text message as it came: the frame it was read as, its text, and its own bytes. */
export interface Incoming<F extends Frame = Frame> {
  frame: F;
  text: string;
  bytes: Buffer;
  receivedAt: Date;
}

type Result = Extract<Frame, { kind: "result" }>;
type Failure = Extract<Frame, { kind: "error" }>;

/** How a call of ours ended. */
export type CallEnd = Incoming<Result | Failure> | "timeout" | "closed";

/** One station's line: frames in and out, and never more than one call of ours open. */
export interface Link {
  readonly version: Version;
  /** When anything was last heard, in milliseconds. */
  readonly heardAt: number;
  /** Whether it is not being read just now, so that its silence means nothing. */
  readonly paused: boolean;
  send(text: string): void;
  call(id: string, text: string, timeoutMs: number): Promise<CallEnd>;
  close(code: number, reason: string): void;
  /** Ends a line that nobody is listening to any more. */
  terminate(reason: string): void;
  ping(): void;
  /** Stops reading, for as long as the journal has no room. */
  hold(held: boolean): void;
}

export interface LinkHandlers {
  /** Anything but the answer to an open call. The next one may come before this is done. */
  onMessage(incoming: Incoming): Promise<void>;
  onClose(code: number, reason: string): void;
  /** The station is faster than it may be, and was told so by not being read for a moment. */
  onThrottled(): void;
}

/** So many messages of one station may wait for their answers before we stop reading; it asks one thing at a time. */
const mostWaiting = 32;
const rate = { perSecond: 500, burst: 2000 };
const mostUnsentBytes = 4 * 1024 * 1024;

/** Speaks OCPP-J over one open WebSocket, and the line it goes over. */
export function createWebsocketLink(socket: WebSocket, line: Duplex, version: Version, handlers: LinkHandlers): Link {
  let pending: { id: string; end(end: CallEnd): void } | undefined;
  let waiting = 0;
  let held = false;
  let heardAt = Date.now();
  let goodbye: { code: number; reason: string } | undefined;
  const bucket = createBucket(() => readOrWait());

  function readOrWait() {
    const mayRead = goodbye !== undefined || (!held && waiting < mostWaiting && bucket.hasRoom());
    if (mayRead && socket.isPaused) {
      heardAt = Date.now();
      socket.resume();
    } else if (!mayRead && !socket.isPaused) socket.pause();
  }

  function close(code: number, reason: string) {
    goodbye ??= { code, reason };
    // Its own goodbye must be heard, or the socket would linger.
    readOrWait();
    socket.close(code, reason);
  }

  async function handle(incoming: Incoming) {
    waiting++;
    if (bucket.take()) handlers.onThrottled();
    readOrWait();
    await handlers.onMessage(incoming);
    waiting--;
    readOrWait();
  }

  function onText(bytes: Buffer) {
    const text = bytes.toString("utf8");
    const frame = parseFrame(text, version);
    const incoming = { frame, text, bytes, receivedAt: new Date(heardAt) };
    if (pending && answers(incoming) && frame.id === pending.id) pending.end(incoming);
    else void handle(incoming);
  }

  socket.on("message", (data, isBinary) => {
    heardAt = Date.now();
    if (goodbye) return;
    if (isBinary) close(1003, "OCPP is spoken in text frames");
    // With the default binaryType a message is one Buffer.
    else onText(data as Buffer);
  });
  socket.on("ping", () => {
    heardAt = Date.now();
  });
  socket.on("pong", () => {
    heardAt = Date.now();
  });
  socket.on("error", (error) => {
    goodbye ??= goodbyeFor(error);
  });
  socket.on("close", (code, reason) => {
    pending?.end("closed");
    bucket.stop();
    handlers.onClose(goodbye?.code ?? code, goodbye?.reason ?? reason.toString("utf8"));
  });

  return {
    version,
    get heardAt() {
      return heardAt;
    },
    get paused() {
      return socket.isPaused;
    },
    close,
    terminate(reason) {
      goodbye ??= { code: 1006, reason };
      socket.terminate();
    },
    send(text) {
      if (socket.bufferedAmount > mostUnsentBytes) close(1008, "the station does not read what it is sent");
      else if (socket.readyState === socket.OPEN) line.write(textFrame(text));
    },
    call(id, text, timeoutMs) {
      if (pending) throw new Error("A call is open already; a station is asked one thing at a time");
      if (socket.readyState !== socket.OPEN) return Promise.resolve("closed");
      return new Promise((resolve) => {
        const timer = setTimeout(() => pending?.end("timeout"), timeoutMs);
        pending = {
          id,
          end(end) {
            clearTimeout(timer);
            pending = undefined;
            resolve(end);
          },
        };
        line.write(textFrame(text));
      });
    },
    ping() {
      if (socket.readyState === socket.OPEN && !socket.isPaused) socket.ping();
    },
    hold(hold) {
      held = hold;
      readOrWait();
    },
  };
}

const answers = (incoming: Incoming): incoming is Incoming<Result | Failure> =>
  incoming.frame.kind === "result" || incoming.frame.kind === "error";

// The WebSocket library closes by itself on these; the connection's history should say why.
function goodbyeFor(error: Error & { code?: string }) {
  switch (error.code) {
    case "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH":
      return { code: 1009, reason: "a message was larger than 1 MiB" };
    case "WS_ERR_INVALID_UTF8":
      return { code: 1007, reason: "a text frame was not UTF-8" };
    default:
      return error.code?.startsWith("WS_ERR_") ? { code: 1002, reason: error.message } : undefined;
  }
}

/** So many messages at once, and so many a second after that; tells when there is room again. */
function createBucket(onRoom: () => void) {
  let tokens = rate.burst;
  let filledAt = Date.now();
  let timer: NodeJS.Timeout | undefined;

  function fill() {
    const now = Date.now();
    tokens = Math.min(rate.burst, tokens + ((now - filledAt) / 1000) * rate.perSecond);
    filledAt = now;
  }

  return {
    hasRoom: () => timer === undefined,
    /** True when this took the last one. */
    take() {
      tokens--;
      if (tokens > 0 || timer) return false;
      fill();
      if (tokens >= 1) return false;
      // One chunk of the socket may hold many messages more than there was room for; they are waited for too.
      timer = setTimeout(
        () => {
          timer = undefined;
          fill();
          onRoom();
        },
        Math.max(200, ((1 - tokens) / rate.perSecond) * 1000),
      );
      return true;
    },
    stop: () => clearTimeout(timer),
  };
}
