import type { TokenRecord } from "./authorization";
import type { ChargingProfile } from "./charging/profile";
import type { Holding, HoldingKind } from "./holding";
import type { LimitKind } from "./sessions/limit";
import type { SessionState } from "./station-state";
import type { BootPolicy } from "./stations/boot-policy";
import type { TypedConnector } from "./token-place";
import type { VendorRule } from "./vendors/vendor-message";
import type { TokenRef } from "./vocabulary";

/** Something a decision must know that is not in hand. The gateway fetches it: from a cache, a lease or the database. */
export type FactNeeded =
  | { fact: "token"; token: TokenRef }
  /** Of a token whose sessions are limited: those that run now. */
  | { fact: "open-sessions"; token: TokenRef }
  /** Of a token that may use some types of connectors only: those of the station. */
  | { fact: "connector-types" }
  /** A session that is not in hand, by its name on the wire. */
  | { fact: "session"; wireId: string }
  /** 1.6: a session that began exactly like this one, i.e. the first copy of a repeated start. */
  | { fact: "same-start"; evse: number; at: Date; token: string; meterStartWh: number }
  /** The first message that carried this sequence number of a session: its payload, and our answer. */
  | { fact: "first-report"; session: number; sequence: number }
  /** What a vendor's own message is answered. */
  | { fact: "vendor-rule"; vendor: string; message: string }
  /** 1.6: whether the station has a display for what a session costs. */
  | { fact: "cost-display" }
  /** 2.1: whether the station counts by tariffs that it is given. */
  | { fact: "counts-tariffs" }
  /** 2.1: which limits of a session the station can see to itself. */
  | { fact: "kept-limits" }
  /** A charging profile that the station holds. */
  | { fact: "charging-profile"; id: number }
  /** What the station holds of some kinds, or those of certain keys. */
  | { fact: "held"; kinds: readonly HoldingKind[]; keys?: readonly string[] }
  /** How the boot of this station is to be answered. */
  | { fact: "boot-policy" }
  /** Numbers for a session that is about to be opened. */
  | { fact: "ids" };

/** What has been fetched. A key that is present with `undefined` was looked for and does not exist. */
export interface Facts {
  token?: { found: TokenRecord | undefined };
  /** By our numbers, those that were let in, at every station. */
  openSessions?: readonly number[];
  connectorTypes?: readonly TypedConnector[];
  session?: { found: SessionState | undefined };
  sameStart?: { found: SessionState | undefined };
  bootPolicy?: BootPolicy;
  firstReport?: { found: FirstReport | undefined };
  vendorRule?: { found: VendorRule | undefined };
  showsCost?: boolean;
  countsTariffs?: boolean;
  keptLimits?: readonly LimitKind[];
  chargingProfile?: { found: ChargingProfile | undefined };
  held?: readonly Holding[];
  ids?: { session: number; transaction: number };
}

/** A message as it first came: payload as JSON text, and the answer's payload as JSON text. */
export interface FirstReport {
  payload: string;
  answer: string;
}
