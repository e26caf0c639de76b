import { sessionStory } from "@chargehand/domain/sessions/session-story";
import { isSupportToken } from "@chargehand/domain/vocabulary";
import type { SessionDetail as Stored } from "@/server/sessions/by-id";
import { sessionRowOf } from "./session-row-of";
import type { SessionDetail } from "./session-view";

/** A session of the server as its page shows it. */
export function sessionDetailOf(stored: Stored): SessionDetail {
  const { around, stoppedByCommand } = stored;
  return {
    ...sessionRowOf(stored),
    wireId: stored.wireId ?? undefined,
    tokenKind: stored.tokenKind ?? undefined,
    startStateOfCharge: stored.stateOfChargeStart ?? undefined,
    peakW: stored.peakPowerW ?? undefined,
    story: storyOf(stored),
    stoppedBy: stoppedByCommand?.by ?? undefined,
    helped: helpedOf(stored),
    dropped: around.dropped,
    cost: stored.cost ?? undefined,
    stationCost: stored.stationCost ?? undefined,
    stationTariff: stored.stationTariff ?? undefined,
    tariff: stored.tariff ?? undefined,
    limit: stored.limit ?? undefined,
    reservation: stored.reservationId ?? undefined,
    endFrameId: around.endFrame ?? undefined,
    bootFrameId: around.bootFrame ?? undefined,
  };
}

const helpedOf = ({ startedByCommand: asked, token }: Stored): SessionDetail["helped"] =>
  asked?.reason
    ? { by: asked.by ?? "", reason: asked.reason, isFree: isSupportToken({ value: token ?? "", kind: "central" }) }
    : undefined;

const storyOf = ({ around, stoppedByCommand, ...stored }: Stored) =>
  sessionStory({
    connected: stored.station.connected,
    // Whoever ended it is only known of sessions that have ended.
    endedBy: stored.status === "ended" ? (stored.endedBy ?? "station") : undefined,
    endedAt: stored.endedAt ?? undefined,
    endReceivedAt: stored.endReceivedAt ?? undefined,
    offline: stored.offline,
    silent: stored.attention.includes("not-ended"),
    meterAt: stored.meterAt ?? undefined,
    reason: stored.stopReason ?? undefined,
    askedBy: stoppedByCommand?.by ?? undefined,
    disconnectedAt: around.disconnectedAt ?? undefined,
    reconnectedAt: around.reconnectedAt ?? undefined,
    bootedAt: around.bootedAt ?? undefined,
    dropped: around.dropped,
  });
