import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const rooms = ["packages/*", "apps/*", "tooling/*", "bench"];
// As the console's own tsconfig.json says it.
const resolve = { alias: { "@": fileURLToPath(new URL("apps/web/src", import.meta.url)) } };
const generated = ["**/node_modules/**", "**/dist/**", "**/.next/**", "**/generated/**"];

// Unit tests stand beside their source and touch nothing; integration tests stand under test/ and use real PostgreSQL,
// real sockets and real processes.
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: rooms.map((room) => `${room}/src/**/*.test.{ts,tsx}`),
          exclude: generated,
          pool: "threads",
          isolate: false,
          // For machines that do much else at the same time: nothing here waits, so only an endless loop takes so long.
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          sequence: { groupOrder: 1 },
          include: rooms.map((room) => `${room}/test/**/*.test.ts`),
          exclude: generated,
          globalSetup: "packages/testing/src/postgres-global-setup.ts",
          pool: "forks",
          // What each file loads is half of its time, and is the same for all.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
