import type { HoldingRow } from "@/server/holdings/list";

/** A reservation as a station keeps it. */
export interface ReservationRow {
  id: number;
  token: string;
  group?: string;
  /** Absent: any evse. */
  evse?: number;
  connectorType?: string;
  until: Date;
}

/** Reservations, those that end first in front. */
export function reservationRows(holdings: readonly HoldingRow[] = []): ReservationRow[] {
  const rows = holdings.flatMap((holding) => {
    if (holding.kind !== "reservation") return [];
    const { token, groupToken, place, connectorType, expiresAt } = holding.value;
    return [
      {
        id: Number(holding.key),
        token: token.value,
        group: groupToken,
        evse: place?.evse,
        connectorType,
        until: new Date(expiresAt),
      },
    ];
  });
  return rows.sort((one, other) => one.until.getTime() - other.until.getTime());
}
