import { defineConfig } from "prisma/config";

// The command line would fetch a native schema engine from a host of its own before every command. Generating does
// not use it, and migrations run through src/migrate.ts, so any program that exists will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
