import type { SessionState } from "../station-state";

/**
 * A copy to be changed before anybody else sees it. Every field is written out: spreading so many costs several times
 * as much, every meter value copies a session, and sessions of one shape are also written to the database faster.
 */
export const copySession = (session: SessionState): SessionState =>
  ({
    id: session.id,
    wireId: session.wireId,
    place: session.place,
    token: session.token,
    tokenSequence: session.tokenSequence,
    group: session.group,
    authorization: session.authorization,
    status: session.status,
    activity: session.activity,
    provisional: session.provisional,
    orphan: session.orphan,
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    receivedAt: session.receivedAt,
    endReceivedAt: session.endReceivedAt,
    meterStartWh: session.meterStartWh,
    meterStartAt: session.meterStartAt,
    meterWh: session.meterWh,
    meterAt: session.meterAt,
    meterEndWh: session.meterEndWh,
    powerW: session.powerW,
    peakW: session.peakW,
    stateOfChargeStart: session.stateOfChargeStart,
    stateOfCharge: session.stateOfCharge,
    stopReason: session.stopReason,
    endedBy: session.endedBy,
    closedAt: session.closedAt,
    trigger: session.trigger,
    offline: session.offline,
    remoteStartId: session.remoteStartId,
    reservationId: session.reservationId,
    tariff: session.tariff,
    stationCost: session.stationCost,
    stationTariff: session.stationTariff,
    limit: session.limit,
    seen: session.seen,
    endSequence: session.endSequence,
    attention: session.attention,
  }) satisfies { [F in keyof Required<SessionState>]: SessionState[F] };
