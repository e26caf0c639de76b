import type { DisplayMessage } from "@chargehand/domain/display/message";
import type { HoldingRow } from "@/server/holdings/list";

/** A message on a display, with its number and since when we know it. */
export interface MessageRow extends DisplayMessage {
  id: number;
  at: Date;
}

/** Messages as drivers see them: what is in front first, then by number. */
export function messageRows(holdings: readonly HoldingRow[] = []): MessageRow[] {
  const rows = holdings.flatMap((holding) =>
    holding.kind === "display-message" ? [{ ...holding.value, id: Number(holding.key), at: holding.at }] : [],
  );
  return rows.sort((one, other) => rank[one.priority] - rank[other.priority] || one.id - other.id);
}

const rank = { "always-front": 0, "in-front": 1, "normal-cycle": 2 } as const;
