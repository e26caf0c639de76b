import { type FrameRow, RowsRefused } from "@chargehand/db/journal-entry";
import type { ConnectedStation } from "./connected-station";
import type { House } from "./house";

/** Puts a frame on record that changes nothing, whatever characters it is made of. */
export async function keepFrame(row: Omit<FrameRow, "id">, { id: station, epoch }: ConnectedStation, house: House) {
  const { journal, leases } = house;
  const frame = { id: await leases.frame.next(), ...row };
  try {
    await journal.commit({ station, epoch, frames: [frame] });
  } catch (error) {
    if (!(error instanceof RowsRefused)) throw error;
    await journal.commit({ station, epoch, frames: [presentable(frame)] });
  }
}

// PostgreSQL's text knows no NUL; the record shows the sign for it.
function presentable(frame: FrameRow): FrameRow {
  return {
    ...frame,
    call: shown(frame.call.toString()) ?? "",
    messageId: shown(frame.messageId),
    action: shown(frame.action),
    answer: shown(frame.answer),
    note: shown(frame.note),
  };
}

const shown = (text: string | undefined) => text?.replaceAll("\0", "\u2400");
