import type { Answer, Delivery, Proof } from "./command";
import type { HoldingChange } from "./holding";
import type { ProofPlan } from "./proof";
import type { Reading } from "./reading";
import type { ConnectorState, FollowUp, SessionState } from "./station-state";
import type { VariableReading } from "./variable";
import type { VendorMessage } from "./vendors/vendor-message";
import type { Place, Registration } from "./vocabulary";

/** What a decision wants written, all in one transaction with its events and its frame. */
export interface Changes {
  station?: StationFacts;
  connectors?: ConnectorState[];
  /** Sessions to insert, and those to update (whole rows, found by id). */
  opened?: SessionState[];
  updated?: SessionState[];
  samples?: Sample[];
  variables?: readonly VariableReading[];
  /** What was last reported before this moment is not there any more. */
  variablesSince?: Date;
  holdings?: readonly HoldingChange[];
  vendorMessages?: readonly VendorMessage[];
  commands?: CommandSettlement[];
  followUps?: FollowUp[];
}

/** Facts of the station row; absent fields are left as they are. */
export interface StationFacts {
  registration?: Registration;
  vendor?: string;
  model?: string;
  serialNumber?: string;
  firmwareVersion?: string;
  iccid?: string;
  imsi?: string;
  meterType?: string;
  meterSerialNumber?: string;
  bootReason?: string;
  bootedAt?: Date;
}

/** A meter reading on its way to the samples; it may belong to no session. */
export interface Sample {
  session?: number;
  place: Place;
  reading: Reading;
}

/** A step in a command's life at `at`: the time of each field it sets. Absent fields are left as they are. */
export interface CommandSettlement {
  id: number;
  delivery?: Delivery;
  answer?: Answer;
  proof?: Proof;
  detail?: string;
  /** Evidence in words, e.g. "session 4711 started on connector 2". */
  evidence?: string;
  /** With `proof: "waiting"`: what is waited for, and until when. */
  plan?: ProofPlan;
  deadline?: Date;
  at: Date;
}
