import type { Queryable } from "./pool";

/** Numbers taken from a sequence in blocks, so that no message waits for one. */
export interface Lease {
  /** The next number, when one is in hand; asks for the next block early. */
  take(): number | undefined;
  /** The next number, waiting for a block if none is in hand. */
  next(): Promise<number>;
}

export interface Leases {
  session: Lease;
  /** The number by which a 1.6 station knows its session. */
  transaction: Lease;
  frame: Lease;
}

/** Numbers in a block: some seconds' worth, since what is left of a block is lost with its process. */
const blocks = { session: 200, transaction: 200, frame: 20_000 } as const satisfies Record<keyof Leases, number>;

/** Leases of the journal's sequences; resolves when the first blocks are in hand. */
export async function createLeases(client: Queryable): Promise<Leases> {
  const [session, transaction, frame] = await Promise.all([
    createLease(client, "journal.session_id", blocks.session),
    createLease(client, "journal.transaction_id", blocks.transaction),
    createLease(client, "journal.frame_id", blocks.frame),
  ]);
  return { session, transaction, frame };
}

/** A lease of one sequence in blocks of `size`. */
export async function createLease(client: Queryable, sequence: string, size: number): Promise<Lease> {
  const ranges: Range[] = [];
  let left = 0;
  let coming: Promise<void> | undefined;

  const refill = () => {
    coming ??= leaseRanges(client, sequence, size)
      .then((leased) => {
        ranges.push(...leased);
        left += size;
      })
      .finally(() => {
        coming = undefined;
      });
    return coming;
  };

  function take() {
    const range = ranges[0];
    // A failure shows when somebody has to wait for a number, and is then theirs.
    if (left <= size / 2) refill().catch(() => {});
    if (!range) return undefined;
    left--;
    const value = range.next++;
    if (range.next > range.last) ranges.shift();
    return value;
  }

  async function next() {
    for (;;) {
      const value = take();
      if (value !== undefined) return value;
      await refill();
    }
  }

  await refill();
  return { take, next };
}

interface Range {
  next: number;
  last: number;
}

/** Others may lease at the same time, so a block can come in pieces; usually it is one. */
async function leaseRanges(client: Queryable, sequence: string, size: number): Promise<Range[]> {
  const { rows } = await client.query<{ first: string; last: string }>(
    `SELECT min(id) AS first, max(id) AS last
     FROM (SELECT nextval($1::regclass) AS id, n FROM generate_series(1, $2) AS n) AS leased
     GROUP BY id - n ORDER BY first`,
    [sequence, size],
  );
  return rows.map(({ first, last }) => ({ next: Number(first), last: Number(last) }));
}
