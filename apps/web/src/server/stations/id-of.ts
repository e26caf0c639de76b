import type { Context } from "../context";
import { NotFound } from "../errors";

/** No station has this name on the wire. */
export class UnknownStation extends NotFound {
  override name = "UnknownStation";

  constructor(identity: string) {
    super(`There is no station called ${identity.slice(0, 255)}.`);
  }
}

/** Our number of a station, by its name on the wire. */
export async function stationIdOf({ pool }: Pick<Context, "pool">, identity: string): Promise<number> {
  const { rows } = await pool.query<{ id: number }>("SELECT id FROM station WHERE identity = $1", [identity]);
  if (!rows[0]) throw new UnknownStation(identity);
  return rows[0].id;
}
