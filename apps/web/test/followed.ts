import { waitFor } from "@chargehand/testing/wait-for";
import { follow } from "../src/server/issues/follow";
import { operator, type TestConsole } from "./console";

/** Makes the issues of a story as the console does by itself, when a test wants it. */
export function followerOf(house: TestConsole, { sendsMail = false } = {}) {
  const context = { pool: house.pool, clock: house.context(operator).clock, sendsMail };
  return {
    context,
    /** Follows until the story is read to its end; a writer in any database of the server holds events back for a while. */
    async caughtUp() {
      await waitFor(
        async () => {
          await follow(context);
          const { rows } = await house.pool.query(
            `SELECT 1 FROM journal.event e, issue_follower f
             WHERE (e.xid, e.id) > (split_part(f.cursor, '-', 1)::xid8, split_part(f.cursor, '-', 2)::bigint)
               AND e.type NOT LIKE 'issue.%' LIMIT 1`,
          );
          return rows.length === 0;
        },
        { what: "the story to be read", timeoutMs: 20_000 },
      );
      await follow(context);
    },
  };
}
