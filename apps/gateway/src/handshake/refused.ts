/** Why an upgrade is not taken: the HTTP status the station gets, and what a person can change about it. */
const reasons = {
  "wrong-path": {
    status: 404,
    remedy: "The station's address must be this server's, then /ocpp/ and the station's id.",
  },
  "no-identity": { status: 400, remedy: "The address ends at /ocpp; the station's id must follow it." },
  "bad-escape": {
    status: 400,
    remedy: "The station's id has a % that does not start an escape such as %20; write %25 for it.",
  },
  "bad-character": { status: 400, remedy: "The station's id has a control character; give the station another id." },
  "too-long": {
    status: 400,
    remedy: "The station's id is longer than 255 characters; give the station a shorter one.",
  },
  "not-websocket": {
    status: 426,
    remedy: "The request did not ask for a WebSocket; a proxy in between may drop the Upgrade header.",
  },
  "bad-handshake": {
    status: 400,
    remedy: "The WebSocket handshake is broken; look at the proxy in between or the station's firmware.",
  },
  "unknown-station": {
    status: 404,
    remedy: "No station has this id; add it in the console, or correct the id in the station.",
  },
  "too-many-unknown": {
    status: 503,
    remedy: "Too many unknown stations came from this address or wait already; approve or refuse those first.",
  },
  "refused-station": {
    status: 403,
    remedy: "An operator refused this station; approve it in the console if it belongs to the network.",
  },
  "retired-station": {
    status: 404,
    remedy: "This station was retired; take it back into the network in the console if it is in use again.",
  },
  "insecure-channel": {
    status: 403,
    remedy: "This station's security profile asks for TLS; connect it with wss:// or lower its profile in the console.",
  },
  "no-secret": {
    status: 401,
    remedy: "No password is set for this station; make one in the console, or declare it to need none.",
  },
  "no-password": {
    status: 401,
    remedy: "The station sent no password; enter the one shown when it was added, or make a new one in the console.",
  },
  "wrong-user": { status: 401, remedy: "The user name the station sends is not its id; they must be equal." },
  "wrong-password": {
    status: 401,
    remedy: "The password is wrong; enter it again in the station, or make a new one in the console.",
  },
  "no-subprotocol": {
    status: 400,
    remedy: "The station named no OCPP version; set its assumed version in the console if it cannot.",
  },
  subprotocol: {
    status: 400,
    remedy: "None of the versions the station offers is spoken here; ocpp1.6, ocpp2.0.1 and ocpp2.1 are.",
  },
  busy: { status: 503, remedy: "Too many stations were connecting at once; it will try again by itself." },
  draining: { status: 503, remedy: "The gateway was shutting down; the station will try again by itself." },
  unavailable: { status: 503, remedy: "The database could not be asked; see the gateway's log." },
} as const satisfies Record<string, { status: number; remedy: string }>;

export type RefusalReason = keyof typeof reasons;

/** An upgrade that is not taken. The station gets the status, an operator the remedy. */
export class Refused extends Error {
  override name = "Refused";
  readonly reason: RefusalReason;
  readonly status: number;

  constructor(reason: RefusalReason, doubt?: string) {
    super(doubt ? `${reasons[reason].remedy} (${doubt})` : reasons[reason].remedy);
    this.reason = reason;
    this.status = reasons[reason].status;
  }
}
