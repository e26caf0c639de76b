// Brings the types of what the test run provides.

import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import { createPrisma } from "@chargehand/db/client";
import { createPool } from "@chargehand/db/pool";
import type {} from "@chargehand/testing/postgres-global-setup";
import { createTestDatabase } from "@chargehand/testing/test-database";
import { callerOf } from "../src/server/app-router";
import type { Context, Human, Person } from "../src/server/context";
import { createLiveHub } from "../src/server/live/hub";
import { permissionsOf } from "../src/server/permissions";

export const operator = human({ id: "p-1", name: "Ada", email: "ada@example.org", role: "operator" });
export const viewer = human({ id: "p-2", name: "Bob", email: "bob@example.org", role: "viewer" });

export const pepper = "pepper-for-tests-pepper-for-tests";

/** The console's server over a database of its own, without the network in front of it. */
export async function openConsole() {
  const database = await createTestDatabase();
  const { url } = database;
  const pool = createPool(url, { max: 6, name: "test" });
  pool.on("error", () => {});
  const prisma = createPrisma(url, { max: 4 });
  const bus = await createPostgresBus({ url });
  const errors: unknown[] = [];
  const live = await createLiveHub({ database: pool, bus, onError: (error) => errors.push(error) });
  await prisma.user.createMany({
    data: [operator, viewer].map(({ id, name, email, role }) => ({ id, name, email, role })),
  });
  const time = { now: undefined as Date | undefined };

  const context = (person: Person | undefined, changes: Partial<Context> = {}): Context => ({
    person,
    clock: () => time.now ?? new Date(),
    prisma,
    pool,
    bus,
    live,
    secretPepper: pepper,
    webhookHosts: [],
    sendsMail: false,
    firmware: { folder: "/nowhere", limitBytes: 1_048_576 },
    gatewayUrl: "ws://gateway.example:9000/ocpp",
    sameOrigin: true,
    stillSignedIn: async () => true,
    ...changes,
  });

  return {
    url,
    pool,
    prisma,
    bus,
    live,
    errors,
    /** Set to stop the console's clock. */
    time,
    context,
    as: (person: Person | undefined, changes: Partial<Context> = {}) => callerOf(context(person, changes)),
    async close() {
      await live.close();
      await bus.close();
      await prisma.$disconnect();
      await pool.end();
      await database.drop();
    },
  };
}

export type TestConsole = Awaited<ReturnType<typeof openConsole>>;

function human(facts: Pick<Human, "id" | "name" | "email" | "role">): Human {
  return { is: "person", permissions: permissionsOf(facts.role), ...facts };
}
