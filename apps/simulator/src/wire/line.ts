import { WebSocket } from "ws";

/** One open WebSocket, seen from the station. */
export type Line = {
  readonly protocol: string;
  send(data: string | Buffer): void;
  ping(): void;
  /** Closes by the book, and cuts the line if the other side does not. */
  close(code: number, reason: string): void;
  /** Cuts the line without a word, as a power failure does. */
  cut(): void;
};

export type LineHandlers = {
  /** Before anything else is told; frames may follow at once. */
  onOpen?(line: Line): void;
  onText(text: string): void;
  onClose(code: number, reason: string): void;
  /** False: the ping stays unanswered. */
  onPing(): boolean;
  onPong(): void;
};

export type LineOptions = {
  url: string;
  protocols: string[];
  headers: Record<string, string>;
  /** Accept a self-signed certificate. */
  insecure?: boolean;
};

/** The upgrade was answered with something other than a socket, or not at all (status 0). */
export class UpgradeRefused extends Error {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string>,
    readonly body: string,
  ) {
    super(status === 0 ? `no connection: ${body}` : `the upgrade was refused with ${status}: ${body}`);
  }
}

export function openLine(options: LineOptions, handlers: LineHandlers): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(options.url, options.protocols, {
      headers: options.headers,
      perMessageDeflate: false,
      autoPong: false,
      handshakeTimeout: handshakeMs,
      followRedirects: false,
      ...(options.insecure && { rejectUnauthorized: false }),
    });

    socket.on("unexpected-response", (_request, response) => {
      const body: Buffer[] = [];
      response.on("data", (chunk: Buffer) => body.push(chunk));
      response.on("error", () => undefined);
      response.on("close", () => {
        const headers = Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        );
        reject(new UpgradeRefused(response.statusCode ?? 0, headers, Buffer.concat(body).toString("utf8")));
        socket.terminate();
      });
    });
    socket.on("error", (error) => reject(new UpgradeRefused(0, {}, error.message)));
    socket.on("message", (data, isBinary) => {
      if (!isBinary) handlers.onText(String(data));
    });
    socket.on("ping", (data) => {
      if (handlers.onPing() && socket.readyState === WebSocket.OPEN) socket.pong(data);
    });
    socket.on("pong", () => handlers.onPong());
    socket.on("open", () => {
      socket.on("close", (code, reason) => handlers.onClose(code, reason.toString("utf8")));
      const line = lineOf(socket);
      handlers.onOpen?.(line);
      resolve(line);
    });
  });
}

function lineOf(socket: WebSocket): Line {
  return {
    protocol: socket.protocol,
    send(data) {
      if (socket.readyState === WebSocket.OPEN) socket.send(data);
    },
    ping() {
      if (socket.readyState === WebSocket.OPEN) socket.ping();
    },
    close(code, reason) {
      socket.close(code, reason);
      setTimeout(() => socket.terminate(), closeMs).unref();
    },
    cut() {
      socket.terminate();
    },
  };
}

const handshakeMs = 15_000;
const closeMs = 500;
