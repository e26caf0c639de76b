import type { JournalEntry } from "@chargehand/db/journal-entry";
import type { Decision } from "@chargehand/domain/decision";
import type { ConnectedStation } from "./connected-station";
import type { House } from "./house";

/** Makes a decision true: durable first, then in hand. What the wire has to say about it goes into the same commit. */
export async function settle(
  decision: Decision,
  station: ConnectedStation,
  { journal, live }: Pick<House, "journal" | "live">,
  wire: Pick<JournalEntry, "frames" | "answers" | "deliveries"> = {},
): Promise<void> {
  const { changes, events } = decision;
  await journal.commit({ station: station.id, epoch: station.epoch, ...wire, changes, events });
  // Unless the connection was dismissed meanwhile: then what is in hand is no longer ours to say.
  if (station.state) station.state = decision.state;
  live.note(station.id, changes);
}
