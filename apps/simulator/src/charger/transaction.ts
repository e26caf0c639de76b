import type { LedgerTransaction } from "../ledger";
import type { Reading } from "../physics/bay";

/** What a driver presents. `kind` is the word of 2.x; 1.6 has no kinds. */
export type Token = { value: string; kind: string };

export type Authorisation = { token: Token; group?: string; remoteStartId?: number; reservationId?: number };

/** Where the energy is, in a running transaction. */
export type ChargingState = "idle" | "connected" | "charging" | "paused-by-car" | "paused-by-station";

export type Transaction = {
  /** The station's own count, from 1. */
  number: number;
  evse: number;
  connector: number;
  /** Made by the station in 2.x, by the CSMS in 1.6 (undefined until it answered). */
  wireId: string | undefined;
  token: Token | undefined;
  group: string | undefined;
  remoteStartId: number | undefined;
  reservationId: number | undefined;
  startedAt: number;
  state: ChargingState;
  /** The CSMS refused the token after the start. */
  refused: boolean;
  /** The ways energy may flow, once the CSMS restricted them (2.1). */
  allowedTransfer?: string[];
  /** What it may use at most, as the CSMS said (2.1). */
  limit?: TransactionLimit;
  /** Points (cable, authorisation) that held at some time: losing one of them may end the transaction. */
  held: Set<StartPoint>;
  ledger: LedgerTransaction;
};

/** In watt-hours and seconds. */
export type TransactionLimit = { maxEnergy?: number; maxTime?: number };

export type StartPoint = "EVConnected" | "Authorized" | "PowerPathClosed" | "EnergyTransfer";

/** Why something about a transaction is reported. */
export type Trigger =
  | "plugged-in"
  | "departed"
  | "authorised"
  | "remote-start"
  | "stop-authorised"
  | "remote-stop"
  | "deauthorised"
  | "connect-timeout"
  | "charging-state"
  | "rate"
  | "sample"
  | "clock"
  | "trigger"
  | "tariff"
  | "limit-set"
  | "energy-limit"
  | "time-limit"
  | "resumed"
  | "unlock"
  | "reset"
  | "abnormal";

/** Why a transaction ended. */
export type StopReason =
  | "local"
  | "remote"
  | "departed"
  | "deauthorised"
  | "unlock"
  | "reset-now"
  | "reset-gently"
  | "timeout"
  | "ground-fault"
  | "emergency"
  | "energy-limit"
  | "time-limit"
  | "other";

/** One thing worth telling about a transaction, with the meter as it was at that moment. */
export type TransactionHappening = {
  transaction: Transaction;
  phase: "started" | "updated" | "sample" | "ended";
  trigger: Trigger;
  state: ChargingState;
  /** The station's own clock, skew included. */
  at: number;
  reading: Reading;
  /** The token that was presented just now: at authorisation and at a local stop. */
  token?: Token;
  reason?: StopReason;
};
