import type pg from "pg";
import type { Queryable } from "./pool";

/** Runs some statements as one, all or nothing. A connection that is lost meanwhile fails them, and nothing else. */
export async function inTransaction<T>(pool: pg.Pool, work: (db: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // The loss is told besides to whoever waits for an answer; unheard, it would end the process.
  const unheard = () => {};
  client.on("error", unheard);
  let isWell = false;
  try {
    await client.query("BEGIN");
    const done = await work(client);
    await client.query("COMMIT");
    isWell = true;
    return done;
  } finally {
    if (isWell) client.off("error", unheard);
    // A connection in an unknown state serves nobody any more.
    client.release(!isWell);
  }
}
