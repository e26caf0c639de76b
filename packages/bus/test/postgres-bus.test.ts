import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@chargehand/testing/free-port";
import { startPostgres } from "@chargehand/testing/postgres";
import { createTestDatabase, type TestDatabase } from "@chargehand/testing/test-database";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Bus, Topic } from "../src/bus";
import { createPostgresBus } from "../src/postgres-bus";

describe("two processes on one database", () => {
  let database: TestDatabase;
  let here: Bus;
  let there: Bus;

  beforeAll(async () => {
    database = await createTestDatabase();
    here = await createPostgresBus({ url: database.url });
    there = await createPostgresBus({ url: database.url });
  });
  afterAll(async () => {
    await Promise.all([here.close(), there.close()]);
    await database.drop();
  });

  it("hear each other on the topics they asked for, in order", async () => {
    const heard = await record(there, "commands");
    const own = await record(here, "commands");
    const others = await record(there, "live");

    for (let station = 1; station <= 20; station++) here.publish("commands", String(station));

    await waitFor(() => heard.length === 20 && own.length === 20, { what: "all messages" });
    expect(heard).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)));
    expect(others).toEqual([]);
  });

  it("hear a bell that was rung a thousand times at most a few times, and the last ring", async () => {
    const heard = await record(there, "events");

    for (let ring = 0; ring < 1000; ring++) here.publish("events");
    await waitFor(() => heard.length >= 2, { what: "the bell and its echo" });
    const times = heard.length;
    here.publish("events");

    await waitFor(() => heard.length > times, { what: "the last ring" });
    expect(times).toBeLessThan(5);
  });

  it("stop hearing when they no longer want to", async () => {
    const heard: string[] = [];
    const stop = await there.subscribe("live", (payload) => heard.push(payload));
    const witness = await record(there, "live");
    here.publish("live", "one");
    await waitFor(() => witness.length === 1, { what: "the first message" });

    stop();
    here.publish("live", "two");

    await waitFor(() => witness.length === 2, { what: "the second message" });
    expect(heard).toEqual(["one"]);
  });

  it("are told when a payload is larger than the bus carries, and it carries the largest it allows", async () => {
    const heard = await record(there, "live");
    const largest = `${"ä".repeat(3999)}x`;

    expect(() => here.publish("live", `${largest}x`)).toThrow(RangeError);
    here.publish("live", largest);

    await waitFor(() => heard.includes(largest), { what: "the largest payload" });
  });
});

describe("when the database is killed and comes back", () => {
  it("reconnects, listens again, rings the bells that may have been missed, and sends what waited", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bus-"));
    const server = await startPostgres({ dataDir: join(folder, "postgres"), port: await freePort() });
    const states: boolean[] = [];
    const bus = await createPostgresBus({ url: server.url, onConnection: (up) => states.push(up) });
    const bells = await record(bus, "events");
    const commands = await record(bus, "commands");

    await server.kill();
    await waitFor(() => states.includes(false), { what: "the bus to notice" });
    bus.publish("commands", "412");
    const restarted = await server.restart();

    await waitFor(() => states.at(-1), { what: "the bus to be back" });
    await waitFor(() => commands.includes("412"), { what: "the message that waited" });
    expect(bells.length).toBeGreaterThan(0);
    bus.publish("commands", "413");
    await waitFor(() => commands.includes("413"), { what: "a message after the restart" });

    await bus.close();
    await restarted.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});

async function record(bus: Bus, topic: Topic): Promise<string[]> {
  const heard: string[] = [];
  await bus.subscribe(topic, (payload) => heard.push(payload));
  return heard;
}
