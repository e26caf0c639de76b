import type { Blocks } from "../blocks/blocks";
import type { BootReason, Verdict, Version } from "../dialects/dialect";
import type { RegistrationStatus } from "../registration";
import type { Cancel } from "../time/clock";
import type { TokenCache } from "../token-cache";
import type { Faults } from "../wire/faults";
import type { Message, Outbox } from "../wire/outbox";
import type { Charger } from "./charger";
import type { Connector, Evse } from "./evse";
import type { Settings } from "./settings";
import type { Token, Transaction } from "./transaction";

export type About = { vendor: string; model: string; serial: string; firmware: string };

export type RemoteStart = { token: Token; group?: string; evse?: number; remoteStartId: number };

export type ResetOrder = {
  /**
   * Now: transactions are ended on the spot. Gently: likewise, but the station waits until they are reported. Resume:
   * they go on when the station is back.
   */
  when: "now" | "gently" | "when-idle" | "resume";
  evse?: Evse;
};

/** What a dialect may do to its station: the levers behind the commands. */
export type Controls = {
  identity: string;
  version: Version;
  about: About;
  charger: Charger;
  settings: Settings;
  faults: Faults;
  /** What was written to keys and variables that the station only remembers. */
  stored: Map<string, string>;
  /** How long each step of a longer piece of work takes: fetching, installing, sending a file. */
  stepMs: number;
  outbox: Pick<Outbox, "holds">;
  /** What the functional blocks keep. */
  blocks: Blocks;
  /** The station's own clock. */
  now(): number;
  /** Does it later, so many milliseconds of the station's time from now, unless it is cancelled or the station is gone. */
  later(milliseconds: number, task: () => void): Cancel;
  registration(): RegistrationStatus;
  /** Whether a secret goes with the connection. */
  secured(): boolean;
  post(message: Message): void;
  bootAgain(reason: BootReason): void;
  /** Some setting was written: rhythms count anew. */
  settingsChanged(): void;
  reportConnector(evse: Evse, connector: Connector, urgent: boolean): void;
  reportStation(urgent: boolean): void;
  /** False: nothing there could be charged at. */
  remoteStart(order: RemoteStart): { accepted: boolean; running?: Transaction };
  reset(order: ResetOrder): void;
  /** Restarts, and is of that version afterwards. */
  installFirmware(version: string): void;
  /** Tells what happened to the station's security, and keeps it for its log. */
  securityEvent(type: string): void;
  changeSecret(secret: string): void;
  /** The CSMS answered a message of this transaction. */
  answered(transaction: Transaction, answer: { wireId?: string; verdict?: Verdict }): void;
  /** What the CSMS last said about each token. */
  tokens: Pick<TokenCache, "forget" | "forgetAll" | "recall">;
  /** The number of a transaction by the id it has on the wire, running or past. */
  transaction(wireId: string): number | undefined;
};
