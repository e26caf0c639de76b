import type { TokenStanding } from "@chargehand/domain/authorization";
import type { TokenPlace } from "@chargehand/domain/token-place";

/** A token as the operator keeps it. */
export interface TokenRow extends TokenTerms {
  id: string;
  value: string;
  kind: string;
  group?: string;
  /** Its group ends everybody's charging, and begins none. */
  masterPass: boolean;
  note?: string;
  standing: TokenStanding;
  expiresAt?: Date;
  createdAt: Date;
  lastUsedAt?: Date;
  /** Where it charges right now, at its newest session. */
  charging?: { sessionId: string; station: string };
  /** How many sessions it has right now. */
  running: number;
}

/** What a token may, beside its end. */
export interface TokenTerms {
  validFrom?: Date;
  maxSessions?: number;
  /** Of each of its sessions; the cost is decimal text in the currency of its tariff. */
  maxEnergyWh?: number;
  maxSeconds?: number;
  maxCost?: string;
  /** Only there; absent: everywhere. */
  places?: TokenPlace[];
  /** The only types of connectors it may use; absent: any. */
  connectorTypes?: string[];
  priority?: number;
  message?: string;
  language?: string;
}

/** What is asked about a new token. */
export interface NewToken extends TokenTerms {
  value: string;
  kind: string;
  group?: string;
  expiresAt?: Date;
  note?: string;
}

/** Where a token charges now, and where it did in the last weeks: there a station may remember it. */
export interface TokenUsage {
  running: {
    sessionId: string;
    stationId: number;
    station: string;
    place?: string;
    startedAt?: Date;
    refused: boolean;
  }[];
  /** Those where it charged lately, which may remember it. */
  stations: { id: number; identity: string; connected: boolean; sessions: number; lastAt: Date }[];
  /** Those that are proven to hold it on their own list, as one that may charge. */
  listed: { id: number; identity: string; connected: boolean }[];
}

/** Kinds of tokens we name; stations may bring others. `unknown` is what a version without kinds says. */
export const tokenKinds = [
  "iso14443",
  "iso15693",
  "emaid",
  "central",
  "evccid",
  "keycode",
  "local",
  "macaddress",
  "vin",
  "noauthorization",
  "unknown",
] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Whether a token opens anything at this moment. */
export function tokenStatus(
  { standing, expiresAt, validFrom }: Pick<TokenRow, "standing" | "expiresAt" | "validFrom">,
  now: number,
) {
  if (standing === "blocked") return "blocked";
  if (expiresAt && expiresAt.getTime() <= now) return "expired";
  if (standing === "no-credit") return "no-credit";
  return validFrom && validFrom.getTime() > now ? "not-yet" : "accepted";
}
