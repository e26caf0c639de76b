import { z } from "zod";
import type { Context } from "../context";
import { NotFound } from "../errors";
import { cursorOf, windowOf } from "../paging";
import { type Writer, write } from "../write";
import { stationForChange } from "./for-change";

/** What somebody wrote down about a station. */
export interface StationNote {
  id: number;
  at: Date;
  by: string;
  text: string;
  /** There is a photo to it. */
  hasPhoto: boolean;
}

export const noteList = z.object({
  station: z.int(),
  limit: z.int().min(1).max(200).default(50),
  cursor: cursorOf(z.tuple([z.int()])).optional(),
});

/** The notes of a station, the latest first. */
export async function notesOf({ pool }: Pick<Context, "pool">, { station, limit, cursor }: z.output<typeof noteList>) {
  const { rows } = await pool.query<StationNote>(
    `SELECT id, at, by_name AS "by", text, photo IS NOT NULL AS "hasPhoto" FROM station_note
     WHERE station_id = $1 AND ($2::int IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [station, cursor?.[0] ?? null, limit + 1],
  );
  return windowOf(rows, limit, ({ id }) => [id]);
}

export const newNote = z.object({
  station: z.int(),
  text: z.string().trim().min(1, "Write something.").max(4_000),
});

/** A photo as it was kept. */
export interface KeptPhoto {
  storedAs: string;
  type: string;
}

/** Writes something down about a station. */
export const addNote = (
  context: Writer & Pick<Context, "clock">,
  { station, text }: z.output<typeof newNote>,
  photo?: KeptPhoto,
): Promise<{ id: number }> =>
  write(context, async (tx, tell) => {
    await stationForChange(tx, station);
    const { person, clock } = context;
    const { id } = await tx.stationNote.create({
      data: {
        ...{ stationId: station, at: clock(), byId: person.id, byName: person.name, text },
        ...(photo && { photo: photo.storedAs, photoType: photo.type }),
      },
    });
    const after = { note: id, text, ...(photo && { photo: true }) };
    tell.audit({ action: "station.note", subject: `station:${station}`, after });
    tell.event({ station, event: { type: "station.changed", what: "noted" } });
    return { id };
  });

export const noteRemoval = z.object({ id: z.int() });

/** Takes a note away; the audit keeps what it said. */
export const removeNote = (context: Writer, { id }: z.output<typeof noteRemoval>): Promise<void> =>
  write(context, async (tx, tell) => {
    const note = await tx.stationNote.findUnique({ where: { id } });
    if (!note) throw new NotFound("This note has been removed already.");
    await tx.stationNote.delete({ where: { id } });
    tell.audit({
      action: "station.remove-note",
      subject: `station:${note.stationId}`,
      before: { note: id, text: note.text, by: note.byName },
    });
    tell.event({ station: note.stationId, event: { type: "station.changed", what: "noted" } });
  });
