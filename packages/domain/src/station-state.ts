import type { AuthorizationStatus } from "./authorization";
import type { Command, CommandType } from "./command";
import type { ProofPlan } from "./proof";
import type { SequenceSet } from "./sequence-set";
import type { SessionLimit } from "./sessions/limit";
import type { SessionTariff, StationCost, Tariff } from "./tariffs/tariff";
import type {
  Activity,
  Approval,
  Attention,
  ConnectorStatus,
  OcppVersion,
  Place,
  Registration,
  TokenRef,
} from "./vocabulary";

/** What a gateway keeps in hand of a connected station: small, immutable, replaced whole by each decision. */
export interface StationState {
  id: number;
  identity: string;
  site?: number;
  approval: Approval;
  registration: Registration;
  version: OcppVersion;
  connected: boolean;
  vendor?: string;
  model?: string;
  firmwareVersion?: string;
  /** Its last boot that was not merely asked for. */
  bootedAt?: Date;
  /** Seconds between heartbeats that we ask for in the boot answer. */
  heartbeatSeconds: number;
  /** What charging costs here now; a session keeps what it began with. */
  tariff?: Tariff;
  connectors: ReadonlyMap<string, ConnectorState>;
  /** Open sessions by the name on the wire, and the few that ended a short while ago. */
  sessions: ReadonlyMap<string, SessionState>;
  /** Commands whose proof is still waited for, or came too late so far. */
  proving: readonly ProvingCommand[];
}

export interface ConnectorState {
  place: Required<Place>;
  status: ConnectorStatus;
  activity?: Activity;
  /** The station's time of this status, and ours. */
  at?: Date;
  receivedAt: Date;
  errorCode?: string;
  errorInfo?: string;
  vendorErrorCode?: string;
}

/** A charging session as far as its messages have told us; every later message is merged into it. */
export interface SessionState {
  /** Our own number. */
  id: number;
  /** The station's number for it; absent only for an orphan that had no usable one. */
  wireId?: string;
  place?: Place;
  token?: TokenRef;
  /** 2.x: the number of the message that named it; the earliest one counts. */
  tokenSequence?: number;
  group?: string;
  authorization?: AuthorizationStatus;
  status: "open" | "ended";
  activity?: Activity;
  /** Messages came, but not (yet) its start. */
  provisional: boolean;
  /** A message for a transaction that we never gave a name, or that cannot be matched. */
  orphan: boolean;
  startedAt?: Date;
  endedAt?: Date;
  receivedAt: Date;
  endReceivedAt?: Date;
  meterStartWh?: number;
  /** The moment of that register, the earliest that was said. */
  meterStartAt?: Date;
  /** The latest register by the station's time. */
  meterWh?: number;
  meterAt?: Date;
  meterEndWh?: number;
  powerW?: number;
  /** The most power that was drawn or offered. */
  peakW?: number;
  stateOfChargeStart?: number;
  stateOfCharge?: number;
  stopReason?: string;
  /** `assumed`: the station never said so; we concluded it from what came after. */
  endedBy?: "station" | "assumed";
  /** A person decided that it was over then; the station never said so. */
  closedAt?: Date;
  trigger?: string;
  /** Some of it was reported after the fact. */
  offline: boolean;
  remoteStartId?: number;
  reservationId?: number;
  tariff?: SessionTariff;
  stationCost?: StationCost;
  /** 2.1: the name of the tariff by which the station counts it. */
  stationTariff?: string;
  limit?: SessionLimit;
  /** 2.x: the sequence numbers that have arrived. */
  seen: SequenceSet;
  endSequence?: number;
  attention: readonly Attention[];
}

/** A sent command that waits for its evidence. */
export interface ProvingCommand {
  id: number;
  type: CommandType;
  plan: ProofPlan;
  sentAt: Date;
  /** `confirmed` only until the answer comes, when the evidence has overtaken it. */
  proof: "waiting" | "unproven" | "confirmed";
  answered: boolean;
}

export const placeKey = ({ evse, connector }: Place) => `${evse}/${connector ?? ""}`;

/** A follow-up that the domain itself asks of the station. */
export interface FollowUp {
  command: Command;
  /** Why, in words for the command list. */
  reason: string;
  /** The command whose evidence it is to bring. */
  probeOf?: number;
}
