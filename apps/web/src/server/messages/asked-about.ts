import type { Part } from "../../features/filter/filter";
import type { MessageField } from "../../features/messages/message-fields";
import type { Context } from "../context";
import { textIs } from "../filter/where";
import { sqlParameters } from "../sql";
import type { MessageFilter } from "./filter";

type Lookup = Pick<Context, "pool">;

/** Whose frames are meant, and whose are not, found before the frames are: a statement is planned for how few they are. */
export async function stationsOf(
  lookup: Lookup,
  parts: readonly Part<MessageField>[],
  { station, session }: Pick<MessageFilter, "station" | "session">,
): Promise<{ only: readonly number[] | undefined; never: readonly number[] }> {
  const sessions = parts
    .filter(({ field, not }) => field === "session" && !not)
    .map(({ values }) => values.map(Number));
  if (session !== undefined) sessions.push([session]);
  const sets = await Promise.all([
    ...parts.filter(({ not }) => !not).flatMap((part) => named(lookup, part) ?? []),
    ...sessions.map((ids) => ofSessions(lookup, ids)),
  ]);
  if (station !== undefined) sets.push([station]);
  const never = await Promise.all(parts.filter(({ not }) => not).flatMap((part) => named(lookup, part) ?? []));
  const [first, ...others] = sets;
  return { only: first?.filter((id) => others.every((set) => set.includes(id))), never: never.flat() };
}

/** Which actions there were: few, whatever there was of each. */
export async function actionsSince({ pool }: Lookup, since: Date): Promise<string[]> {
  const { rows } = await pool.query<{ action: string }>(
    "SELECT DISTINCT action FROM journal.frame_tally WHERE minute >= $1 AND action <> ''",
    [since],
  );
  return rows.map(({ action }) => action);
}

function named(lookup: Lookup, { field, values }: Part<MessageField>): Promise<number[]> | undefined {
  if (field === "station") return stationsWhere(lookup, ["s.identity", "s.name"], values);
  return field === "site" ? stationsWhere(lookup, ["site.name"], values) : undefined;
}

async function stationsWhere({ pool }: Lookup, columns: readonly string[], values: string[]): Promise<number[]> {
  const parameters = sqlParameters();
  const conditions = await Promise.all(columns.map((each) => textIs(each, parameters)({ compare: "is", values })));
  const { rows } = await pool.query<{ id: number }>(
    `SELECT s.id FROM station s LEFT JOIN site ON site.id = s.site_id WHERE ${conditions.join(" OR ")}`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}

async function ofSessions({ pool }: Lookup, ids: readonly number[]): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    "SELECT DISTINCT station_id AS id FROM session WHERE id = ANY($1::int[])",
    [ids.filter((id) => Number.isInteger(id) && Math.abs(id) < 2 ** 31)],
  );
  return rows.map(({ id }) => id);
}
