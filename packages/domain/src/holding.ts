import type { Battery, BatterySwap } from "./batteries/battery";
import type { CarNeeds, CarSchedule, EnergyTransfer, PriorityCharging } from "./charging/car";
import type { ChargingProfile, ExternalLimit, ReportedSchedule } from "./charging/profile";
import type { DisplayMessage } from "./display/message";
import type { GridAlarm, GridControl, GridControlRun } from "./grid/control";
import type { Alert } from "./maintenance/alert";
import type { Monitor } from "./maintenance/monitor";
import type { Stream } from "./maintenance/stream";
import type { NetworkProfile } from "./network/network-profile";
import type { AwaitedPayment, Settlement } from "./tariffs/settlement";
import type { StationTariff } from "./tariffs/tariff";
import type { Place, TokenRef, Work } from "./vocabulary";

/**
 * What a station holds because it was told to, or says that it has, beside its connectors, sessions and variables. Each
 * kind is a set of things with keys of their own; a block of the protocol adds its kind here.
 */
export interface HoldingKinds {
  /** By its number. */
  reservation: { token: TokenRef; groupToken?: string; place?: Place; connectorType?: string; expiresAt: string };
  /** By its number. */
  "charging-profile": ChargingProfile;
  /** By its source, its evse, and whether it is what the site makes. */
  "charging-limit": ExternalLimit;
  /** The last answer of the station itself, by its evse. */
  "reported-schedule": ReportedSchedule;
  /** Both by their evse, as long as the car charges there. */
  "car-needs": CarNeeds;
  "car-schedule": CarSchedule;
  /** Both by their session. */
  "priority-charging": PriorityCharging;
  "energy-transfer": EnergyTransfer;
  /** Both by the control's id. */
  "grid-control": GridControl;
  "grid-control-run": GridControlRun;
  /** By its type, until it ends. */
  "grid-alarm": GridAlarm;
  /** By its slot. */
  battery: Battery;
  /** The last of each kind, by what happened. */
  "battery-swap": BatterySwap;
  /** The one list there is: what it holds, under "version"; that it contradicts our answers, under "conflict". */
  "local-list": { version: number } | { contradicts: true };
  /** By its number. */
  "display-message": DisplayMessage;
  /** By its kind and name, as the station itself tells. */
  tariff: StationTariff;
  /** By the number the payment has at its provider. */
  settlement: Settlement;
  /** By its evse. */
  "awaited-payment": AwaitedPayment;
  /** How far it is with what takes it a while; by the kind of work. */
  work: WorkUnderWay;
  /** By its number. */
  monitor: Monitor;
  /** By its variable and monitor. */
  alert: Alert;
  /** By its number. */
  stream: Stream;
  /** By its slot, as far as we set it: no station tells. */
  "network-profile": NetworkProfile;
  /** What it knows of a customer, by the number of our request and that of the part. */
  "customer-information": { requestId: number; sequence: number; last: boolean; text: string };
}

/** How far a station is with something, and how it got there. */
export interface WorkUnderWay {
  of: Work;
  requestId?: number;
  state: "going-on" | "done" | "failed" | "idle";
  word: string;
  since: string;
  /** What it said on its way, the latest of the same kind of work. */
  steps?: readonly { word: string; at: string }[];
}

export type HoldingKind = keyof HoldingKinds;

/** One thing a station holds. Its value is kept as JSON, so times in it are text. */
export type Holding<K extends HoldingKind = HoldingKind> = K extends HoldingKind
  ? { kind: K; key: string; value: HoldingKinds[K] }
  : never;

/** A change of what a station holds; within one decision what is cleared goes before what is set. */
export type HoldingChange =
  /** `at`: when it was said, if not now. */
  | ({ do: "set"; at?: Date; requestId?: number } & Holding)
  | Clearing
  /** A whole report has ended: whatever it did not name is there no longer. */
  | { do: "keep-only"; kind: HoldingKind; requestId: number };

/** Takes away one, those whose values contain all that is named, or, with neither, all of a kind. */
export type Clearing = {
  [K in HoldingKind]: { do: "clear"; kind: K; key?: string; matching?: Partial<HoldingKinds[K]> };
}[HoldingKind];
