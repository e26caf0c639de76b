import "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** The maintenance database of this run's PostgreSQL. */
    postgresUrl: string;
    /** A migrated database that test databases are copied from. */
    templateDatabase: string;
  }
}
