import pg from "pg";

/** A pool for SQL of our own; Prisma has one of its own. */
export const createPool = (url: string, { max = 4, name = "chargehand" } = {}) =>
  new pg.Pool({ connectionString: url, max, application_name: name, keepAlive: true });

/** A pool, a client of it, or anything else that runs one statement. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(query: string | PreparedQuery, values?: unknown[]): Promise<pg.QueryResult<Row>>;
}

/**
 * A statement that is planned once per connection. Name its columns: a plan for `*` breaks when a migration adds one.
 * Made anew for each use, because the driver keeps its own notes in it.
 */
export interface PreparedQuery {
  name: string;
  text: string;
}
