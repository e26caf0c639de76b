import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type IncomingMessage,
  STATUS_CODES,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type ServerOptions as SocketOptions, WebSocketServer } from "ws";
import type { Connections } from "./connections";
import type { Settings } from "./env";
import { type AdmitOptions, admit } from "./handshake/admit";
import { type Caller, readCaller } from "./handshake/caller";
import type { RefusalRecord } from "./handshake/refusal-record";
import { Refused } from "./handshake/refused";
import { checkUpgrade } from "./handshake/upgrade";
import type { House } from "./house";
import type { Pages } from "./pages";

/** The door: who are you, which version, welcome or goodbye; and every goodbye is recorded. */
export interface Server {
  readonly port: number;
  /** From now on every upgrade is told to come back later. */
  stopAccepting(): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  house: House;
  settings: Settings;
  connections: Connections;
  refusals: RefusalRecord;
  unknowns: AdmitOptions["unknowns"];
  pages: Pages;
  /** Answers what is about files; false for everything else. */
  files: Pages["answer"];
}

/** So many handshakes at once keep the database busy; more of them would only all be slower. */
const mostInProgress = 256;

// Compression would cost some 244 KiB a connection, so it is not offered. The types do not know closeTimeout yet.
const socketOptions: SocketOptions & { closeTimeout: number } = {
  noServer: true,
  maxPayload: 1024 * 1024,
  perMessageDeflate: false,
  closeTimeout: 5000,
};

/** Starts listening; rejects when the port is taken. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { house, settings, connections, refusals, unknowns, pages, files } = options;
  const { db, log, metrics } = house;
  const sockets = new WebSocketServer(socketOptions);
  const server = createHttpServer({
    maxHeaderSize: 8192,
    headersTimeout: 10_000,
    // A log over a slow line; one that falls silent is cut much sooner.
    requestTimeout: 3_600_000,
    connectionsCheckingInterval: 2000,
  });
  let inProgress = 0;
  let accepting = true;

  function note(caller: Caller, refused: Refused) {
    metrics.upgrades.inc({ result: refused.reason });
    refusals.note(caller, refused);
  }

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    const caller = readCaller(request, settings.trustProxy);
    inProgress++;
    try {
      if (!accepting) throw new Refused("draining");
      if (inProgress > mostInProgress) throw new Refused("busy");
      checkUpgrade(request);
      await welcome(caller, request, socket, head);
    } catch (error) {
      if (!(error instanceof Refused)) log.error({ err: error, path: caller.target }, "a handshake failed");
      const refused = error instanceof Refused ? error : new Refused("unavailable");
      refuse(socket, refused);
      note(caller, refused);
    } finally {
      inProgress--;
    }
  }

  async function welcome(caller: Caller, request: IncomingMessage, socket: Duplex, head: Buffer) {
    const admission = await admit(caller, { db, settings, unknowns });
    if (!accepting) throw new Refused("draining");
    const claim = await connections.claim(admission, caller);

    // The choice is made; the library is to echo it and not to judge how the offer was written.
    request.headers["sec-websocket-protocol"] = admission.agreement.subprotocol;
    let taken = false;
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      taken = true;
      metrics.upgrades.inc({ result: "taken" });
      connections.attach(webSocket, socket, { ...admission, caller }, claim);
    });
    if (!taken) await connections.abandon(admission, claim);
  }

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    void upgrade(request, socket, head);
  });
  server.on("request", (request, response) => {
    if (files(request, response)) return;
    // Only files have a body that is worth waiting for.
    response.shouldKeepAlive &&= request.complete || !hasBody(request);
    if (pages.answer(request, response)) return;
    const refused = new Refused("not-websocket");
    note(readCaller(request, settings.trustProxy), refused);
    response.writeHead(refused.status, { upgrade: "websocket", connection: "close" }).end(`${refused.message}\n`);
  });
  server.on("clientError", (error: Error & { code?: string }, socket) => {
    log.debug({ err: error }, "a request could not be read");
    const status = error.code === "HPE_HEADER_OVERFLOW" ? 431 : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
    if (socket.writable) socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
    else socket.destroy();
  });

  await listen(server, settings);
  return {
    port: (server.address() as AddressInfo).port,
    stopAccepting() {
      accepting = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";

function refuse(socket: Duplex, { status, message, reason }: Refused) {
  if (!socket.writable) return socket.destroy();
  const body = `${message}\n`;
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(status === 401 ? ['WWW-Authenticate: Basic realm="OCPP", charset="UTF-8"'] : []),
    ...(status === 426 ? ["Upgrade: websocket"] : []),
    // Spread out, so that those who were turned away together do not come back together.
    ...(status === 503 ? [`Retry-After: ${reason === "draining" ? 5 : 5 + Math.floor(Math.random() * 25)}`] : []),
  ];
  socket.end(`${headers.join("\r\n")}\r\n\r\n${body}`);
}

function listen(server: HttpServer, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: Error & { code?: string }) => {
      if (error.code !== "EADDRINUSE") return reject(error);
      reject(new Error(`port ${port} is taken; stop what uses it, or set GATEWAY_PORT.`));
    });
    server.listen(port, host, 4096, () => resolve());
  });
}
