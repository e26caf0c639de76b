import type { SessionState } from "@chargehand/domain/station-state";

/** What the rows of sessions hold, as far as this connection has written them. */
export interface KnownSessions {
  /**
   * Whether nothing has changed since the row was last written but what every meter value changes. Remembers the
   * session as written.
   */
  onlyProgressed(session: SessionState, epoch: number): boolean;
  /** Forgets everything: a batch failed, and what is in the rows is no longer known. */
  forget(): void;
}

/** Sessions of stations that went away would stay for ever; forgetting all costs one full update each. */
const mostKnown = 50_000;

/** An update of every column costs twice as much as one of those that move, so the journal remembers what it wrote. */
export function createKnownSessions(): KnownSessions {
  const known = new Map<number, { session: SessionState; epoch: number }>();
  return {
    onlyProgressed(session, epoch) {
      const last = known.get(session.id);
      if (!last) {
        if (known.size >= mostKnown) known.clear();
        if (session.status === "open") known.set(session.id, { session, epoch });
        return false;
      }
      // In another epoch another gateway may have written the row meanwhile.
      const progressed = last.epoch === epoch && sameOtherwise(last.session, session);
      last.session = session;
      last.epoch = epoch;
      if (session.status === "ended") known.delete(session.id);
      return progressed;
    },
    forget: () => known.clear(),
  };
}

/** All fields but those of `journal-rows-session.ts` that progress. */
const sameOtherwise = (one: SessionState, other: SessionState) =>
  one.status === other.status &&
  one.wireId === other.wireId &&
  one.place?.evse === other.place?.evse &&
  one.place?.connector === other.place?.connector &&
  one.token === other.token &&
  one.group === other.group &&
  one.authorization === other.authorization &&
  one.provisional === other.provisional &&
  one.orphan === other.orphan &&
  one.startedAt === other.startedAt &&
  one.endedAt === other.endedAt &&
  one.receivedAt === other.receivedAt &&
  one.endReceivedAt === other.endReceivedAt &&
  one.meterStartWh === other.meterStartWh &&
  one.meterStartAt === other.meterStartAt &&
  one.tokenSequence === other.tokenSequence &&
  one.meterEndWh === other.meterEndWh &&
  one.stateOfChargeStart === other.stateOfChargeStart &&
  one.stopReason === other.stopReason &&
  one.endedBy === other.endedBy &&
  one.offline === other.offline &&
  one.remoteStartId === other.remoteStartId &&
  one.reservationId === other.reservationId &&
  one.tariff === other.tariff &&
  one.stationCost === other.stationCost &&
  one.stationTariff === other.stationTariff &&
  one.limit === other.limit &&
  one.endSequence === other.endSequence &&
  (one.attention === other.attention || one.attention.join() === other.attention.join());
