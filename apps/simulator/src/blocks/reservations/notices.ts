import type { Controls } from "../../charger/controls";

const words = { expired: "Expired", removed: "Removed" } as const;

/** Says that a reservation ended by itself. 1.6 has no word for it: there only the connector's status tells. */
export function tellEnd({ post, version }: Controls): (id: number, how: keyof typeof words) => void {
  if (version === "1.6") return () => undefined;
  return (reservationId, how) =>
    post({
      action: "ReservationStatusUpdate",
      build: () => ({ reservationId, reservationUpdateStatus: words[how] }),
    });
}
