import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCampaignEngine } from "../src/server/campaigns/engine";
import type { Rounds } from "../src/server/rounds";
import { openField, type TestField } from "./api-stations";
import { openConsole, operator, type TestConsole } from "./console";
import { followerOf } from "./followed";

let house: TestConsole;
let field: TestField;
let engine: Rounds;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  field = await openField(house);
  console_ = house.as(operator);
  engine = await startCampaignEngine({
    pool: house.pool,
    bus: house.bus,
    clock: () => new Date(),
    onTick: () => {},
    onError: (error) => house.errors.push(error),
  });
});
afterAll(async () => {
  await engine.close();
  await field.close();
  await house.close();
});

const wish = {
  "1.6": { variable: { component: "", name: "HeartbeatInterval" }, value: "777" },
  "2.0.1": { variable: { component: "OCPPCommCtrlr", name: "HeartbeatInterval" }, value: "778" },
} as const;

it("stations of both families are set to what their templates say, each value read back, and then have nothing to do", async () => {
  await field.connect("SET-16", "1.6");
  await field.connect("SET-201", "2.0.1");
  const stations = await house.prisma.station.findMany({ where: { identity: { startsWith: "SET-" } } });
  const chosen = { is: "some" as const, ids: ["SET-16", "SET-201"] };
  await console_.configuration.add({
    name: "Everywhere",
    settings: [
      wish["1.6"],
      { variable: { component: "", name: "MeterValueSampleInterval" }, value: "45" },
      { variable: { component: "", name: "NumberOfConnectors" }, value: "9" },
      wish["2.0.1"],
    ],
  });
  // Nothing was ever read, so nothing is known to differ.
  expect(await console_.configuration.plan({ chosen })).toMatchObject({ counts: { write: 0, "never-read": 4 } });

  const { id } = await console_.campaigns.create({
    name: "As templates say",
    work: { kind: "configuration" },
    stations: stations.map((station) => station.id),
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  await waitFor(async () => (await console_.campaigns.byId({ id })).status === "finished", {
    what: "the campaign to be over",
    timeoutMs: 60_000,
  });
  const { rows } = await console_.campaigns.targets({ campaign: id });
  expect(rows.map(({ identity, state, reason }) => `${identity} ${state}: ${reason}`).toSorted()).toEqual([
    "SET-16 succeeded: 2 values written and read back; read-only: NumberOfConnectors",
    "SET-201 succeeded: 1 value written and read back",
  ]);
  const writes = await house.prisma.command.findMany({ where: { campaignId: id, type: "write-variables" } });
  expect(writes.map(({ proof }) => proof)).toEqual(["confirmed", "confirmed", "confirmed"]);
  expect(await console_.configuration.plan({ chosen })).toMatchObject({
    concerned: 0,
    counts: { already: 3, "read-only": 1 },
  });

  // Somebody else sets it to something else: the station says so when it is asked, and that is drift.
  await followerOf(house).caughtUp();
  const sixteen = stations.find(({ identity }) => identity === "SET-16")?.id ?? 0;
  const write = { variable: wish["1.6"].variable, value: "60" };
  await console_.variables.write({ station: sixteen, writes: [write], ifOffline: "refuse" });
  await waitFor(
    async () => {
      await followerOf(house).caughtUp();
      return (await console_.configuration.ofStation({ station: sixteen })).some(({ drifted }) => drifted);
    },
    { what: "the drift to be found", timeoutMs: 30_000 },
  );
  const open = await console_.issues.list({ view: "open" });
  expect(open.rows).toMatchObject([{ kind: "drift", station: { identity: "SET-16" }, about: { reported: "60" } }]);
  expect(house.errors).toEqual([]);
});
