import type { Queryable } from "@chargehand/db/pool";
import type { Issue } from "@chargehand/domain/issues/issue";
import { NotFound } from "../errors";
import type { Transaction } from "../write";
import { type ChildSqlRow, type IssueSqlRow, issueColumns, toChild, toIssue } from "./rows";

/** An issue, locked until the transaction is over, so that whoever follows the story waits for what is done about it. */
export async function issueForChange(db: Queryable | Transaction, id: number): Promise<Issue> {
  const ask = askerOf(db);
  const [row] = await ask<IssueSqlRow>(`SELECT ${issueColumns} FROM issue i WHERE i.id = $1 FOR UPDATE`, id);
  if (!row) throw new NotFound(`There is no issue number ${id}.`);
  const children = await ask<ChildSqlRow>(
    `SELECT issue_id, station_id, key, facts, since, cleared_at, times FROM issue_child WHERE issue_id = $1
     ORDER BY since, station_id, key`,
    id,
  );
  return toIssue(row, children.map(toChild));
}

/** Asks by either of the two ways to the database. */
const askerOf =
  (db: Queryable | Transaction) =>
  async <Row extends object>(sql: string, id: number): Promise<Row[]> =>
    "query" in db ? (await db.query<Row>(sql, [id])).rows : db.$queryRawUnsafe<Row[]>(sql, id);
