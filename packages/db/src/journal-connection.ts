import pg from "pg";
import { createJournalBatch, statements, type Touched } from "./journal-batch";
import type { FrameRow, JournalEntry } from "./journal-entry";
import { endsConnection } from "./journal-failure";
import { createWireBuffer } from "./journal-wire";

/** The one connection on which a gateway's batches are written. */
export interface JournalConnection {
  alive(): boolean;
  /** Writes the entries in one transaction and one round trip; sent before this returns. At most one at a time. */
  write(entries: readonly JournalEntry[]): Promise<Touched>;
  /** Resolves when no batch of this gateway is still being written, not even on a connection that was lost. */
  fence(): Promise<void>;
  /** Whether a batch with this frame was committed; ask after the fence. */
  wasWritten(station: number, frame: FrameRow): Promise<boolean>;
  makePartitions(): Promise<void>;
  /** Cuts the connection, whatever is under way on it. */
  drop(): void;
  end(): Promise<void>;
}

export interface JournalConnectionOptions {
  url: string;
  gatewayId: number;
  /** Told once, when the connection ends for whatever reason but `end()`. */
  onLost(error: Error): void;
}

/** Locks with this first number are gateways'; the second is the gateway's id. */
const gatewayLocks = 4201;
const lockStatement = "lock";

/**
 * Nothing is acknowledged that a crash could take back. The plans are made once and always go by index: a plan made
 * while the tables were empty would scan them when they are full.
 */
const settings = `
  SET synchronous_commit = on;
  SET plan_cache_mode = force_generic_plan;
  SET enable_seqscan = off;
  SET enable_hashjoin = off;
  SET enable_mergejoin = off;
  SET jit = off`;

/** Connects, and prepares every statement of a batch. */
export async function openJournalConnection(options: JournalConnectionOptions): Promise<JournalConnection> {
  const { url, gatewayId, onLost } = options;
  const client = new pg.Client({ connectionString: url, application_name: "chargehand journal", keepAlive: true });
  let alive = true;
  const lose = (error: Error) => {
    if (!alive) return;
    alive = false;
    onLost(error);
  };
  client.on("error", lose);
  client.on("end", () => lose(new Error("the database closed the connection")));

  const batch = createJournalBatch();
  const wire = createWireBuffer();
  const lockParameter = Buffer.alloc(4);
  lockParameter.writeInt32BE(gatewayId);

  const roundTrip = (append: () => void) =>
    new Promise<void>((resolve, reject) => {
      client.query({
        ...ignoredAnswers,
        // Filled here, not earlier: only now is the connection done with the last round trip's bytes.
        submit({ stream }) {
          wire.reset();
          append();
          wire.sync();
          stream.write(wire.bytes());
        },
        handleReadyForQuery: () => resolve(),
        handleError(error: Error) {
          if (endsConnection(error)) lose(error);
          reject(error);
        },
      });
    });

  try {
    await client.connect();
    await client.query(settings);
    await roundTrip(() => {
      wire.parse(lockStatement, `SELECT pg_advisory_xact_lock_shared(${gatewayLocks}, $1::int4)`);
      for (const { name, sql } of statements) wire.parse(name, sql);
    });
  } catch (error) {
    alive = false;
    await client.end().catch(() => {});
    throw error;
  }

  return {
    alive: () => alive,
    async write(entries) {
      let outcome: "written" | "failed" = "failed";
      try {
        for (const entry of entries) batch.add(entry);
        const statements = batch.encode();
        await roundTrip(() => {
          wire.run(lockStatement, [lockParameter]);
          for (const { name, parameters } of statements) wire.run(name, parameters);
        });
        outcome = "written";
        return batch.touched();
      } finally {
        batch.reset(outcome);
      }
    },
    async fence() {
      await client.query(`SELECT pg_advisory_lock(${gatewayLocks}, ${gatewayId})`);
      await client.query(`SELECT pg_advisory_unlock(${gatewayLocks}, ${gatewayId})`);
    },
    async wasWritten(station, { id, receivedAt }) {
      const { rowCount } = await client.query(
        "SELECT FROM journal.frame WHERE station_id = $1 AND received_at = $2 AND id = $3",
        [station, receivedAt, id],
      );
      return rowCount === 1;
    },
    async makePartitions() {
      await client.query("SELECT journal.make_partitions(7)");
    },
    drop() {
      client.connection.stream.destroy();
    },
    async end() {
      alive = false;
      await client.end();
    },
  };
}

const ignoredAnswers = {
  handleRowDescription() {},
  handleDataRow() {},
  handleCommandComplete() {},
  handleEmptyQuery() {},
  handlePortalSuspended() {},
};
