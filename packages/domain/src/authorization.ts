import type { Limit } from "./sessions/limit";
import { evsesFor, fitsType, isAllowedAt, type TokenPlace, type TypedConnector, type Whereabouts } from "./token-place";
import type { TokenRef } from "./vocabulary";

/** Every answer there is about a token; a dialect maps what its version cannot say to the nearest word. */
export const authorizationStatuses = [
  "accepted",
  "blocked",
  "expired",
  "unknown",
  /** As many of its sessions run as may. */
  "concurrent",
  "no-credit",
  /** Not at this station, or not at this evse. */
  "not-here",
  /** Not with a connector of that type. */
  "wrong-type",
  /** Its time has not begun yet. */
  "not-now",
  /** A master pass: it ends everybody's charging, and never begins any. */
  "stops-only",
] as const;
export type AuthorizationStatus = (typeof authorizationStatuses)[number];

/** What we say about a presented token. */
export interface Authorization {
  status: AuthorizationStatus;
  group?: string;
  expiresAt?: Date;
  /** The only evses of this station where it may charge. */
  evses?: readonly number[];
  /** Accepted only so that it may end a charge. */
  stopsOnly?: true;
  /** Where power is short, who goes first: -9 to 9. */
  priority?: number;
  /** What one session of it may use at most. */
  limit?: Limit;
  /** What the station shows to the driver. */
  message?: { text: string; language?: string };
}

/** How the operator stands to a token. `no-credit`: what was paid in advance is used up. */
export const tokenStandings = ["active", "blocked", "no-credit"] as const;
export type TokenStanding = (typeof tokenStandings)[number];

/** A token as the operator keeps it. */
export interface TokenRecord {
  value: string;
  kind: string;
  group?: string;
  /** Its group may end any charge, and start none. */
  masterPass?: boolean;
  standing: TokenStanding;
  validFrom?: Date;
  expiresAt?: Date;
  /** How many sessions it may have at once; absent: any number. */
  maxSessions?: number;
  /** Absent: everywhere. */
  places?: readonly TokenPlace[];
  /** The only types of connectors it may use; absent: any. */
  connectorTypes?: readonly string[];
  priority?: number;
  /** Of each of its sessions. */
  limit?: Limit;
  message?: string;
  language?: string;
}

/** Why a token is looked at: somebody asks, begins, goes on, or ends. */
export type Purpose = "ask" | "start" | "stay" | "stop";

/** What there is to know besides the token itself. */
export interface Occasion extends Whereabouts {
  purpose: Purpose;
  now: Date;
  /** What the network does with strangers (`UNKNOWN_TOKENS`). */
  unknownTokens: "accept" | "reject";
  /** We told the station ourselves to charge for this token. */
  ordered?: boolean;
  /** The types of the station's connectors, as far as it told them. */
  connectors?: readonly TypedConnector[];
  /** How many other sessions it has. */
  otherSessions?: number;
}

/** Decides about a presented token. */
export function authorize(presented: TokenRef, token: TokenRecord | undefined, occasion: Occasion): Authorization {
  // The station was started by a button or a key: nobody is named, so nobody can be refused.
  if (presented.kind === "noauthorization") return { status: "accepted" };
  // What was paid at the terminal has no name that anybody could know beforehand: the payment itself lets in (C18).
  if (!token && presented.kind === "directpayment") return { status: "accepted" };
  if (!token) return { status: occasion.ordered || occasion.unknownTokens === "accept" ? "accepted" : "unknown" };
  const { group, expiresAt, priority, message, language, masterPass } = token;
  const status = statusOf(token, occasion);
  return {
    status,
    group,
    expiresAt,
    priority,
    message: message ? { text: message, language } : undefined,
    evses: status === "accepted" && occasion.purpose !== "stop" ? evsesFor(token, occasion) : undefined,
    limit: status === "accepted" && occasion.purpose !== "stop" ? token.limit : undefined,
    stopsOnly: masterPass && status === "accepted" ? true : undefined,
  };
}

function statusOf(token: TokenRecord, occasion: Occasion) {
  const { purpose, now, otherSessions = 0 } = occasion;
  const { standing, validFrom, expiresAt, maxSessions, places, masterPass } = token;
  if (standing === "blocked") return "blocked";
  if (expiresAt && expiresAt <= now) return "expired";
  if (standing === "no-credit") return purpose === "stop" ? "accepted" : "no-credit";
  if (purpose === "stop" || purpose === "stay") return "accepted";
  if (validFrom && validFrom > now) return "not-now";
  if (masterPass) return purpose === "start" ? "stops-only" : "accepted";
  if (!isAllowedAt(places, occasion)) return "not-here";
  if (!fitsType(token.connectorTypes, occasion)) return "wrong-type";
  // Whether it is one too many counts only once it begins: the same card is presented to end a charge.
  if (purpose === "start" && maxSessions !== undefined && otherSessions >= maxSessions) return "concurrent";
  return "accepted";
}
