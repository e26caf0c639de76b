import type { SessionDetail as Stored } from "@/server/sessions/by-id";
import { sessionRowOf } from "./session-row-of";
import type { SessionDetail } from "./session-view";

/** A session of the server as its page shows it; `endFrameId` is the message that told its end. */
export function sessionDetailOf(stored: Stored, endFrameId: string | undefined): SessionDetail {
  const { stoppedByCommand } = stored;
  return {
    ...sessionRowOf(stored),
    wireId: stored.wireId ?? undefined,
    tokenKind: stored.tokenKind ?? undefined,
    startStateOfCharge: stored.stateOfChargeStart ?? undefined,
    peakW: stored.peakPowerW ?? undefined,
    endReceivedAt: stored.endReceivedAt ?? undefined,
    endedOffline: stored.offline,
    stoppedBy: stoppedByCommand?.by ? { name: stoppedByCommand.by, commandId: String(stoppedByCommand.id) } : undefined,
    cost: stored.cost ?? undefined,
    stationCost: stored.stationCost ?? undefined,
    reservation: stored.reservationId ?? undefined,
    endFrameId,
  };
}
