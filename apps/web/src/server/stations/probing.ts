import { mayProbe as usually } from "@chargehand/domain/stations/probing";
import { z } from "zod";
import type { Context } from "../context";
import { type Writer, write } from "../write";
import { stationForChange } from "./for-change";

/** A kind of stations, and whether they may be asked for all their variables unbidden. */
export interface ModelProbing {
  vendor: string;
  model: string;
  stations: number;
  /** What an operator said of this model; null: as is known of its kind. */
  said: boolean | null;
  usual: boolean;
}

/** More kinds than any network has. */
const mostModels = 500;

/** Every model there is in the network, the most common first. */
export async function probingOfModels({ pool }: Pick<Context, "pool">): Promise<ModelProbing[]> {
  const { rows } = await pool.query<Omit<ModelProbing, "usual">>(
    `SELECT s.vendor, s.model, s.stations, m.may_probe AS said FROM (
       SELECT vendor, model, count(*)::int AS stations FROM station
       WHERE approval = 'approved' AND vendor IS NOT NULL AND model IS NOT NULL GROUP BY vendor, model
     ) s LEFT JOIN model_probing m USING (vendor, model)
     ORDER BY s.stations DESC, s.vendor, s.model LIMIT ${mostModels}`,
  );
  return rows.map((row) => ({ ...row, usual: usually(row) }));
}

export const stationProbing = z.object({ station: z.int() });

/** What was said of a station itself, and what counts where nothing was. */
export async function probingOfStation(
  { pool }: Pick<Context, "pool">,
  { station }: z.output<typeof stationProbing>,
): Promise<{ said: boolean | null; ofModel: boolean }> {
  const { rows } = await pool.query<{ vendor: string; model: string; said: boolean | null; of_model: boolean | null }>(
    `SELECT coalesce(s.vendor, '') AS vendor, coalesce(s.model, '') AS model, s.may_probe AS said, m.may_probe AS of_model
     FROM station s LEFT JOIN model_probing m USING (vendor, model) WHERE s.id = $1`,
    [station],
  );
  const [row] = rows;
  return { said: row?.said ?? null, ofModel: row?.of_model ?? usually(row ?? { vendor: "", model: "" }) };
}

export const probingChange = z.object({
  of: z.union([z.object({ station: z.int() }), z.object({ vendor: z.string().max(255), model: z.string().max(255) })]),
  /** Null: as its model, and a model as is known of its kind. */
  mayProbe: z.boolean().nullable(),
});

/** Says whether a station, or every station of a model, may be asked for all its variables unbidden. */
export const setProbing = (context: Writer, { of, mayProbe }: z.output<typeof probingChange>): Promise<void> =>
  write(context, async (tx, tell) => {
    if ("station" in of) {
      const before = await stationForChange(tx, of.station);
      await tx.station.update({ where: { id: of.station }, data: { mayProbe } });
      const subject = `station:${of.station}`;
      tell.audit({ action: "probing.set", subject, before: { mayProbe: before.mayProbe }, after: { mayProbe } });
      tell.event({ station: of.station, event: { type: "station.changed", what: "boots" } });
      return;
    }
    const { vendor, model } = of;
    const before = await tx.$queryRaw<{ may_probe: boolean }[]>`
      DELETE FROM model_probing WHERE vendor = ${vendor} AND model = ${model} RETURNING may_probe`;
    if (mayProbe !== null) await tx.$executeRaw`INSERT INTO model_probing VALUES (${vendor}, ${model}, ${mayProbe})`;
    tell.audit({
      action: "probing.set",
      subject: `model:${vendor} ${model}`,
      before: { mayProbe: before[0]?.may_probe ?? null },
      after: { mayProbe },
    });
  });
