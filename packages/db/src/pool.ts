import pg from "pg";

/** A pool for SQL of our own; Prisma has one of its own. */
export const createPool = (url: string, { max = 4, name = "chargehand" } = {}) =>
  new pg.Pool({ connectionString: url, max, application_name: name, keepAlive: true });

/** A pool, a client of it, or anything else that runs one statement. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>;
}
