import type { Context } from "../context";

/** Those who may look after something, by their names. */
export async function listPeople({ pool }: Pick<Context, "pool">): Promise<{ id: string; name: string }[]> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    `SELECT id, name FROM "user" WHERE role = 'operator' AND NOT coalesce(banned, FALSE) ORDER BY name, id LIMIT 500`,
  );
  return rows;
}
