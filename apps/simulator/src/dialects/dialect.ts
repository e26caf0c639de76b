import type { Tariff } from "../blocks/tariffs/tariff";
import type { Connector, Evse } from "../charger/evse";
import type { Token, TransactionHappening } from "../charger/transaction";
import type { JsonObject } from "../json";
import type { Message } from "../wire/outbox";
import type { Command } from "./command";
import type { Saying } from "./saying";

export type Version = "1.6" | "2.0.1" | "2.1";

export type BootReason = "power-up" | "remote-reset" | "firmware-update" | "triggered";

export type BootAnswer = { status: "Accepted" | "Pending" | "Rejected"; intervalMs: number };

/** What a CSMS thinks of a token; `tariff`: what its driver is charged by (2.1). */
export type Verdict = { accepted: boolean; status: string; group: string | undefined; tariff?: Tariff };

/** The words of one version: what a station says, and how it answers commands. */
export type Dialect = {
  subprotocol: string;
  boot(reason: BootReason): Message;
  readBoot(payload: JsonObject): BootAnswer | undefined;
  heartbeat(): Message;
  /** How a connector's condition is called on the wire; conditions with the same word are not told apart. */
  statusWord(evse: Evse, connector: Connector): string;
  connectorStatus(evse: Evse, connector: Connector): Message[];
  /** The station as a whole, where the version can tell it. */
  stationStatus(): Message[];
  authorize(token: Token): Message;
  readVerdict(payload: JsonObject): Verdict | undefined;
  transaction(happening: TransactionHappening): Message[];
  /** A reading outside a transaction, on the clock's grid. */
  alignedReading(evse: Evse): Message[];
  securityEvent(type: string): Message[];
  commands: Readonly<Record<string, Command>>;
  /** Everything a station of this version may say, by action. */
  sayings: Readonly<Record<string, Saying>>;
  /** The code for a payload that makes no sense, in the spelling of the version. */
  malformed: string;
};
