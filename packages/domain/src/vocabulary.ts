/** The words of a charging network, chosen once; every dialect translates into them (docs/architecture.md, "One domain, two dialects"). */

/** What a connector is, as far as the next driver cares. */
export const connectorStatuses = ["available", "occupied", "reserved", "unavailable", "faulted"] as const;
export type ConnectorStatus = (typeof connectorStatuses)[number];

/** What goes on at an occupied connector. `unplug`: the session has ended and the cable is still in. */
export const activities = ["connected", "charging", "paused-by-car", "paused-by-station", "idle", "unplug"] as const;
export type Activity = (typeof activities)[number];

/** Whether the operator has taken this station into the network. */
export const approvals = ["approved", "waiting", "refused", "retired"] as const;
export type Approval = (typeof approvals)[number];

/** What we last told the station about its boot. */
export const registrations = ["none", "pending", "accepted", "rejected"] as const;
export type Registration = (typeof registrations)[number];

export type OcppVersion = "1.6" | "2.0.1" | "2.1";

/** A connector by its numbers. Evse 0 is the station itself; a connector of `undefined` is the evse as a whole. */
export interface Place {
  evse: number;
  connector?: number;
}

/** What identifies a driver. `kind` follows OCPP 2.x in lower case (`iso14443`, `central`, `emaid` …); 1.6 knows no kinds and says `unknown`. */
export interface TokenRef {
  value: string;
  kind: string;
}

/** Two tokens are equal whatever the case of their letters. */
export const foldToken = (value: string) => value.trim().toUpperCase();

/** What a charge is started with that our support gives away: a name for once, that is on no card. */
export const supportTokenPrefix = "SUPPORT-";

export const isSupportToken = ({ value }: TokenRef): boolean => foldToken(value).startsWith(supportTokenPrefix);

/** Why a session needs a person. Each names evidence the session page can show. */
export const attentions = [
  "orphan",
  "no-start",
  "gap",
  "incomplete",
  "meter-backwards",
  "end-assumed",
  "conflicting-report",
  "implausible-energy",
  "clock-implausible",
  "end-matched",
  "meter-incomplete",
  "stale",
  "not-ended",
  /** The station does not count by the tariff that it was given for the driver. */
  "tariff-refused",
] as const;
export type Attention = (typeof attentions)[number];

/** What a station tells in parts when it is asked, besides its variables. */
export type ToldInParts =
  | "monitors"
  | "charging-profiles"
  | "display-messages"
  | "customer-information"
  | "grid-controls";

/** What takes a station a while after it said yes, so that it tells how far it is. */
export type Work = "log" | "firmware" | "publication" | "battery-swap";

/** A price as it is kept: up to six digits before the point, and six after it. */
export const price = /^\d{1,6}(\.\d{1,6})?$/;
