import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { connectRaw } from "@chargehand/simulator/raw-client";
import { freePort } from "@chargehand/testing/free-port";
import { createTestDatabase } from "@chargehand/testing/test-database";
import { expect, it } from "vitest";
import { spawnGateway } from "./gateway-process";
import { bootPayload, pepper, statusPayload } from "./harness";

const gatewayFolder = fileURLToPath(new URL("..", import.meta.url));

it("drains on SIGTERM: what was said is answered, lines are closed with 1012, and it ends with 0", async () => {
  const { url: DATABASE_URL, drop } = await createTestDatabase();
  const port = await freePort();
  const env = { DATABASE_URL, GATEWAY_PORT: String(port), UNKNOWN_STATIONS: "accept", DRAIN_SECONDS: "0.5" };
  const gateway = await spawnGateway(env);
  const url = `ws://127.0.0.1:${port}/ocpp`;
  const station = await connectRaw({ url: `${url}/CS-1` });
  await station.call("BootNotification", bootPayload("1.6"));
  // What killed others before the station had even said who it is.
  await expect(connectRaw({ url: `${url}/%zz` })).rejects.toThrow("400");

  const answer = station.call("StatusNotification", statusPayload("1.6", "occupied"));
  const ended = gateway.kill("SIGTERM");
  expect((await answer)[0]).toBe(3);
  expect(await station.closed).toMatchObject({ code: 1012 });
  expect(await ended).toBe(0);
  await drop();
});

/** Starts a gateway that cannot start, and returns its last words. */
async function lastWords(env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: gatewayFolder,
    env: { PATH: "", ...env },
  });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  expect(await once(child, "exit")).toEqual([1, null]);
  return said;
}

it.each([
  ["no database", { DATABASE_URL: "" }, /DATABASE_URL/],
  ["a port that is no port", { GATEWAY_PORT: "ninethousand" }, /GATEWAY_PORT/],
  ["a policy that does not exist", { UNKNOWN_STATIONS: "maybe" }, /UNKNOWN_STATIONS/],
  ["a pepper that is too short", { STATION_SECRET_PEPPER: "salt" }, /STATION_SECRET_PEPPER: must have 16 characters/],
  ["a database that cannot be reached", {}, /the database cannot be reached/],
])("does not start with %s, and says so in a sentence", async (_what, wrong, sentence) => {
  const DATABASE_URL = `postgresql://nobody@127.0.0.1:${await freePort()}/none`;
  const said = await lastWords({ DATABASE_URL, STATION_SECRET_PEPPER: pepper, ...wrong });
  expect(said).toMatch(sentence);
  expect(said).toMatch(/^The gateway cannot start: .*\.\n$/);
});

it("does not start on a port that is taken, and says so in a sentence", async () => {
  const { url: DATABASE_URL, drop } = await createTestDatabase();
  const GATEWAY_PORT = String(await freePort());
  const first = await spawnGateway({ DATABASE_URL, GATEWAY_PORT });
  const said = await lastWords({ DATABASE_URL, GATEWAY_PORT, STATION_SECRET_PEPPER: pepper, LOG_LEVEL: "fatal" });
  expect(said).toBe(
    `The gateway cannot start: port ${GATEWAY_PORT} is taken; stop what uses it, or set GATEWAY_PORT.\n`,
  );
  await first.kill("SIGKILL");
  await drop();
});
