import { expect, it } from "vitest";
import { Fleet, fleetStations } from "../src/fleet";
import { paces } from "../src/traffic";
import { checkConversation } from "./in-schema";
import { withCsms } from "./stations";

const { csms } = withCsms();

it("lives by itself: stations connect, cars come, charge and leave, and every message is acknowledged", async () => {
  const fleet = new Fleet({
    stations: fleetStations({
      count: 12,
      url: csms().url,
      versions: ["2.1"],
      speed: 200,
      ledger: { keep: "all" },
      common: { settings: { sampleMs: 50 } },
    }),
    pace: paces.rush,
    connectPerSecond: 1_000,
  });
  fleet.start();
  await fleet.accepted();
  const ended = (): number =>
    fleet.stations
      .flatMap(({ ledger }) => [...ledger.transactions.values()])
      .filter(({ facts }) => facts.at(-1)?.phase === "ended" && facts.every(({ acknowledged }) => acknowledged)).length;
  await expect.poll(ended, { timeout: 20_000 }).toBeGreaterThan(20);

  const { errored, online, sent } = fleet.totals();
  expect({ errored, online }).toEqual({ errored: 0, online: 12 });
  expect(sent).toBeGreaterThan(200);
  expect(checkConversation(csms().seen, "2.1").violations).toEqual([]);
  fleet.stop();
  await expect.poll(() => csms().connections).toBe(0);
});

it("is the same fleet for the same seed", () => {
  const plan = { count: 5, url: "ws://localhost/ocpp", seed: 4 };
  const registers = (seed: number): number[] =>
    new Fleet({ stations: fleetStations({ ...plan, seed }) }).stations.map((station) => station.reading(1).wh);
  expect(registers(4)).toEqual(registers(4));
  expect(registers(4)).not.toEqual(registers(5));
});
