/** A token as the operator keeps it. */
export interface TokenRow {
  id: string;
  value: string;
  kind: string;
  group?: string;
  note?: string;
  blocked: boolean;
  expiresAt?: Date;
  createdAt: Date;
  lastUsedAt?: Date;
  /** Where it charges right now. */
  charging?: { sessionId: string; station: string };
}

/** What is asked about a new token. */
export interface NewToken {
  value: string;
  kind: string;
  group?: string;
  expiresAt?: Date;
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
export function tokenStatus({ blocked, expiresAt }: Pick<TokenRow, "blocked" | "expiresAt">, now: number) {
  if (blocked) return "blocked";
  return expiresAt && expiresAt.getTime() <= now ? "expired" : "accepted";
}
