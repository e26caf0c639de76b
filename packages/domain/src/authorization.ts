import type { TokenRef } from "./vocabulary";

/** What we say about a presented token. A dialect maps what its version cannot say to the nearest word. */
export interface Authorization {
  status: "accepted" | "blocked" | "expired" | "unknown" | "concurrent";
  group?: string;
  expiresAt?: Date;
}

/** A token as the operator keeps it. */
export interface TokenRecord {
  value: string;
  kind: string;
  group?: string;
  blocked: boolean;
  expiresAt?: Date;
}

/** Decides about a presented token: what is known of it, and what the network does with strangers (`UNKNOWN_TOKENS`). */
export function authorize(
  presented: TokenRef,
  token: TokenRecord | undefined,
  { unknownTokens, now }: { unknownTokens: "accept" | "reject"; now: Date },
): Authorization {
  // The station was started by a button or a key: nobody is named, so nobody can be refused.
  if (presented.kind === "noauthorization") return { status: "accepted" };
  if (!token) return { status: unknownTokens === "accept" ? "accepted" : "unknown" };
  const facts = { group: token.group, expiresAt: token.expiresAt };
  if (token.blocked) return { ...facts, status: "blocked" };
  if (token.expiresAt && token.expiresAt <= now) return { ...facts, status: "expired" };
  return { ...facts, status: "accepted" };
}
