import { WebSocket, WebSocketServer } from "ws";

/** A frame as it went over the line, seen from the middle. */
export type Seen = { from: "station" | "csms"; frame: unknown[] };

export type Upgrade = { path: string; authorization: string | undefined; protocol: string };

type Answers = (action: string, payload: Record<string, unknown>) => unknown;

/**
 * The station's counterpart in these tests: a server that answers plainly and believes everything. Answers can be replaced
 * by action; `undefined` leaves a call unanswered.
 */
export class PlainCsms {
  readonly seen: Seen[] = [];
  readonly upgrades: Upgrade[] = [];
  answers: Answers = () => useDefault;
  refuseWith: number | undefined;
  neverPong = false;
  #server: WebSocketServer;
  #sockets = new Set<WebSocket>();
  #transactions = 0;
  #calls = new Map<string, (frame: unknown[]) => void>();

  private constructor(server: WebSocketServer) {
    this.#server = server;
  }

  static async start(): Promise<PlainCsms> {
    let csms: PlainCsms | undefined;
    const server = new WebSocketServer({
      port: 0,
      autoPong: false,
      handleProtocols: (offered) => [...offered][0] ?? false,
      verifyClient: (_info, decide) => {
        const status = csms?.refuseWith;
        if (status === undefined) decide(true);
        else decide(false, status);
      },
    });
    csms = new PlainCsms(server);
    const self = csms;
    server.on("connection", (socket, request) => {
      self.upgrades.push({
        path: request.url ?? "",
        authorization: request.headers.authorization,
        protocol: socket.protocol,
      });
      self.#sockets.add(socket);
      socket.on("close", () => self.#sockets.delete(socket));
      socket.on("ping", (data) => {
        if (!self.neverPong) socket.pong(data);
      });
      socket.on("message", (data) => self.#receive(socket, String(data)));
    });
    await new Promise((resolve) => server.once("listening", resolve));
    return self;
  }

  get url(): string {
    const address = this.#server.address();
    return `ws://127.0.0.1:${typeof address === "object" ? address?.port : 0}/ocpp`;
  }

  /** Frames of one action that stations called, payloads only. */
  calls(action: string): Record<string, unknown>[] {
    return this.seen.flatMap(({ from, frame }) =>
      from === "station" && frame[0] === 2 && frame[2] === action ? [asObject(frame[3])] : [],
    );
  }

  /** Calls a command on the newest connection and hands out the frame that answers it. */
  command(action: string, payload: object): Promise<unknown[]> {
    const id = crypto.randomUUID();
    return new Promise((resolve) => {
      this.#calls.set(id, resolve);
      this.send([2, id, action, payload]);
    });
  }

  send(frame: unknown[]): void {
    this.seen.push({ from: "csms", frame });
    this.newest.send(JSON.stringify(frame));
  }

  get newest(): WebSocket {
    const socket = [...this.#sockets].at(-1);
    if (!socket) throw new Error("no station is connected");
    return socket;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #receive(socket: WebSocket, text: string): void {
    const frame: unknown = JSON.parse(text);
    if (!Array.isArray(frame)) return;
    this.seen.push({ from: "station", frame });
    const [type, id, action, payload] = frame;
    if (type !== 2) {
      this.#calls.get(String(id))?.(frame);
      this.#calls.delete(String(id));
      return;
    }
    const ordered = this.answers(String(action), asObject(payload));
    if (ordered === undefined) return;
    const answer =
      ordered === useDefault
        ? this.#plainAnswer(String(action), socket.protocol, asObject(payload).idToken !== undefined)
        : ordered;
    const reply = Array.isArray(answer) ? [4, id, ...answer] : [3, id, answer];
    this.seen.push({ from: "csms", frame: reply });
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(reply));
  }

  #plainAnswer(action: string, protocol: string, asksAboutToken: boolean): unknown {
    const accepted = { status: "Accepted" };
    const currentTime = new Date().toISOString();
    const old = protocol === "ocpp1.6";
    const info = old ? { idTagInfo: accepted } : { idTokenInfo: accepted };
    switch (action) {
      case "BootNotification":
        return { ...accepted, currentTime, interval: 300 };
      case "Heartbeat":
        return { currentTime };
      case "Authorize":
        return info;
      case "StartTransaction":
        return { ...info, transactionId: ++this.#transactions };
      case "DataTransfer":
      case "SignCertificate":
        return accepted;
      case "TransactionEvent":
        return asksAboutToken ? info : {};
      default:
        return {};
    }
  }
}

/** Answer as if nothing was ordered. */
export const useDefault = Symbol("default answer");

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
