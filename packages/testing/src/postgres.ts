import { type PostgresOptions, type RunningPostgres, startPostgres as start } from "@chargehand/run/embedded-postgres";

export interface TestPostgres extends RunningPostgres {
  /** Starts it again on the same data and port, after stop() or kill(). */
  restart(): Promise<TestPostgres>;
}

/** A PostgreSQL of a test's own, to be stopped, killed and restarted; shared by nobody. */
export async function startPostgres(options: PostgresOptions): Promise<TestPostgres> {
  const server = await start({
    ...options,
    settings: {
      shared_buffers: "128MB",
      max_connections: "200",
      // It may stand in memory.
      max_wal_size: "256MB",
      // A killed process keeps what it wrote; only a lost machine would not, and tests do not lose machines.
      fsync: "off",
      full_page_writes: "off",
      ...options.settings,
    },
  });
  return { ...server, restart: () => startPostgres(options) };
}
