import type { DynamicLimits } from "./charging/dynamic-limits";
import type { TriggerMessage } from "./command";
import type { Holding, HoldingChange } from "./holding";
import type { StationEvent } from "./maintenance/station-event";
import type { Stream } from "./maintenance/stream";
import type { Reading } from "./reading";
import type { LimitKind, StationLimit } from "./sessions/limit";
import type { SessionTariff, StationCost } from "./tariffs/tariff";
import type { VariableReading } from "./variable";
import type { Activity, ConnectorStatus, Place, TokenRef, ToldInParts, Work } from "./vocabulary";

/** What a station told us, or what happened to its connection, in the domain's words. `at` is the station's own time. */
export type Report =
  | BootReport
  | { type: "heartbeat" }
  | { type: "connector-status"; connectors: readonly ConnectorReport[]; events?: readonly StationEvent[] }
  | { type: "token-presented"; token: TokenRef }
  | SessionReport
  | MeterReport
  | {
      type: "variables";
      readings: readonly VariableReading[];
      part?: ReportPart;
      unknown?: readonly VariableReading["variable"][];
    }
  | { type: "data-transfer"; vendor: string; message?: string; data?: string }
  | { type: "transaction-status"; session?: string; ongoing?: boolean; messagesInQueue: boolean }
  | ProgressReport
  /** A file that a command asked for lies here, whole. */
  | { type: "file-received"; command: number; name: string; size: number }
  | { type: "local-list"; version: number }
  /** A part of something that we asked for, and what it tells that the station holds. */
  | { type: "part"; of: ToldInParts; part: ReportPart; holdings?: readonly Holding[] }
  /** What the station holds now, or holds no longer: told by itself, or by its answer to our call. */
  | { type: "held"; changes: readonly HoldingChange[] }
  /** It took new limits for a profile that is set anew now and then; or asks what they are. */
  | { type: "dynamic-limits"; profile: number; limits: DynamicLimits }
  | { type: "dynamic-limits-asked"; profile: number }
  /** A running session is counted by another tariff from now on; without it, by one that cannot be counted with here. */
  | { type: "session-tariff"; session: string; tariff?: SessionTariff }
  | { type: "vat-number-asked"; number: string }
  | { type: "events"; events: readonly StationEvent[] }
  | { type: "security-event"; what: string; critical: boolean; info?: string; at: Date }
  /** Streams of values that are open now; `whole`: and no others. */
  | { type: "streams"; open: readonly StreamOpen[]; closed?: number; whole?: boolean }
  | { type: "stream-data"; stream: number; pending: number; samples: readonly { at: Date; value: string }[] }
  /** The station asks for something that is answered with what is known here. */
  | { type: "asked"; message?: MessageKind };

/** A stream by its number, and how often it is sent. */
export type StreamOpen = { id: number } & Omit<Stream, "samples" | "pending">;

export type ReportType = Report["type"];
export type ReportOf<T extends ReportType> = Extract<Report, { type: T }>;

/** A message that can be recognised as the one that was asked for. */
export type MessageKind = TriggerMessage | "certificate-request" | "vehicle-certificate-request" | "publication-status";

export interface BootReport {
  type: "booted";
  vendor: string;
  model: string;
  serialNumber?: string;
  firmwareVersion?: string;
  iccid?: string;
  imsi?: string;
  meterType?: string;
  meterSerialNumber?: string;
  /** In the station's words, `PowerUp` …; 1.6 gives none. */
  reason?: string;
  /** It only repeats itself because we asked: no reboot happened. */
  triggered?: boolean;
}

/** One connector's state. Evse 0 speaks for the whole station. `activity` only where the version reports it with the status (1.6). */
export interface ConnectorReport {
  place: Place;
  status: ConnectorStatus;
  activity?: Activity;
  at?: Date;
  /** The standard fault code as the station spelled it; absent when there is none. */
  errorCode?: string;
  errorInfo?: string;
  vendorErrorCode?: string;
  /** The station's list of tokens says something else than our answers do. */
  listContradicts?: boolean;
}

/** One message of a charging session. Fields are sent once, so absent means "not said", never "no". */
export interface SessionReport {
  type: "session";
  phase: "started" | "updated" | "ended";
  /** The name the station knows the session by; absent where we have to give it (1.6 start). */
  session?: string;
  /** 2.x only: the position of this message in its session. */
  sequence?: number;
  at: Date;
  offline: boolean;
  place?: Place;
  token?: TokenRef;
  activity?: Activity;
  readings: readonly Reading[];
  /** The register at start (with `started`) or end (with `ended`), where the version says it outside the readings. */
  meterWh?: number;
  trigger?: string;
  stopReason?: string;
  remoteStartId?: number;
  reservationId?: number;
  /** The name of the tariff by which the station counts it. */
  tariff?: string;
  /** It does not count by the one that came with the answer about the token. */
  tariffRefused?: true;
  stationCost?: StationCost;
  /** What the station keeps it to, and which limit it has just reached. */
  limit?: StationLimit;
  limitReached?: LimitKind | "battery";
}

/** Meter values outside a session message; 1.6 may name the session. */
export interface MeterReport {
  type: "meter-values";
  place: Place;
  session?: string;
  readings: readonly Reading[];
}

/** A part of a report that we asked for; some kinds are not numbered. */
export interface ReportPart {
  requestId: number;
  sequence?: number;
  last: boolean;
}

/** How far the station is with something that takes it a while. */
export interface ProgressReport {
  type: "progress";
  of: Work;
  /** Our number of the request; 1.6 gives some requests none. */
  requestId?: number;
  /** `idle`: nothing is going on, and nothing is said of what went on before. */
  state: "going-on" | "done" | "failed" | "idle";
  /** The station's own word for it. */
  word: string;
  /** What it holds now, or holds no longer, by what it did. */
  changes?: readonly HoldingChange[];
}
