import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { stack } from "./stack";

/** A line of one story's own between browser and console, which can be cut: shared workers ride on it as pages do. */
export interface Line {
  /** Where the console is when it is reached over this line. */
  readonly address: string;
  /** How many live streams are open over it now. */
  readonly streams: number;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openLine(console = stack.console): Promise<Line> {
  const sockets = new Set<Duplex>();
  const open = new Set<ServerResponse>();
  let isCut = false;

  const server = createServer((asked, answer) => {
    if (asked.url?.startsWith("/api/trpc/live.stream")) {
      open.add(answer);
      answer.on("close", () => open.delete(answer));
    }
    pass(console, asked, answer);
  });
  server.on("connection", (socket) => {
    if (isCut) return socket.destroy();
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://localhost:${port}`,
    get streams() {
      return open.size;
    },
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Hands a request on as it is, its host included, and the answer back as it comes. */
function pass(console: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { url, method, headers } = asked;
  const onward = request(new URL(url ?? "/", console), { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
    // The head at once: a stream may say nothing for seconds.
    answer.flushHeaders();
    response.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  answer.on("close", () => onward.destroy());
  asked.pipe(onward);
}
