import type { DomainEvent, TimedEvent } from "../event";
import type { SessionState } from "../station-state";
import { sessionEnergyWh } from "./energy";

/** What a change of a session tells the world: its start, its end, what goes on in it, and doubts about it. */
export function sessionEvents(before: SessionState | undefined, after: SessionState, receivedAt: Date): TimedEvent[] {
  const { id: session, wireId, place, activity, attention } = after;
  const token = after.token?.value;
  const events: TimedEvent[] = [];
  const tell = (event: DomainEvent, at: Date) => events.push({ event, at, receivedAt });

  if (!before) {
    tell(
      { type: "session.started", session, wireId, place, token, orphan: after.orphan || undefined },
      after.startedAt ?? receivedAt,
    );
  } else if (after.status === "open" && differs(before, after)) {
    tell({ type: "session.updated", session, activity, place, token }, after.meterAt ?? receivedAt);
  }
  if (after.status === "ended" && after.endedBy && (before?.status !== "ended" || before.endedBy !== after.endedBy)) {
    tell(
      {
        type: "session.ended",
        session,
        place,
        reason: after.stopReason,
        energyWh: sessionEnergyWh(after),
        endedBy: after.endedBy,
      },
      after.endedAt ?? receivedAt,
    );
  }
  if (attention !== before?.attention && attention.join() !== (before?.attention ?? []).join()) {
    tell({ type: "session.attention", session, attention }, receivedAt);
  }
  return events;
}

const differs = (before: SessionState, after: SessionState) =>
  before.activity !== after.activity ||
  before.token?.value !== after.token?.value ||
  before.place?.evse !== after.place?.evse ||
  before.place?.connector !== after.place?.connector ||
  before.provisional !== after.provisional ||
  before.limit !== after.limit;
