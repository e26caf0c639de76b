import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openConsole, type TestConsole, viewer } from "./console";
import { addConnector, addSample, addSession, addStation, minutesAgo } from "./network";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
});
afterAll(() => house.close());

async function said(
  station: number,
  evse: number,
  at: Date,
  facts: { powerW?: number; energyWh?: number; rest?: object[] },
) {
  await house.pool.query(
    `INSERT INTO journal.sample (station_id, evse, at, received_at, power_w, energy_wh, rest)
     VALUES ($1, $2, $3, $3, $4, $5, $6)`,
    [station, evse, at, facts.powerW ?? null, facts.energyWh ?? null, facts.rest ? JSON.stringify(facts.rest) : null],
  );
}

const readings = async (id: number) =>
  (await house.as(viewer).stations.readings({ id })).map(({ evse, measurand, value, unit, phase, location }) =>
    [evse, measurand, value, unit, phase, location].filter((part) => part !== undefined).join(" "),
  );

describe("what the meters of a station said last", () => {
  it("is the latest by place, measurand, phase and location, with a session or without", async () => {
    const { id } = await addStation(house, { identity: "CS-1" });
    const { id: other } = await addStation(house, { identity: "CS-2" });
    await addConnector(house, id);
    await addConnector(house, id, { evse: 2 });
    const volts = (value: number, phase: string) => ({ measurand: "Voltage", value: String(value), unit: "V", phase });
    await said(id, 0, minutesAgo(30), { energyWh: 900, rest: [volts(229, "L1"), volts(228, "L2")] });
    await said(id, 0, minutesAgo(15), { energyWh: 1000, rest: [volts(231, "L1")] });
    await said(id, 2, minutesAgo(5), {
      powerW: 12,
      rest: [
        { measurand: "Temperature", value: 31, unit: "Celsius", location: "Body" },
        { measurand: "Temperature", value: 40, unit: "Celsius", location: "Cable" },
        { measurand: "Energy.Active.Import.Register", value: "OCMF|{}", signed: { data: "OCMF|{}" } },
      ],
    });
    await said(other, 0, minutesAgo(1), { energyWh: 5 });
    const { id: session } = await addSession(house, id);
    await addSample(house, { session, station: id, at: minutesAgo(2), powerW: 7000, soc: 40 });
    await addSample(house, { session, station: id, at: minutesAgo(1), powerW: 7200 });

    expect(await readings(id)).toEqual([
      "0 energy 1000 Wh",
      "0 Voltage 231 V L1",
      "0 Voltage 228 V L2",
      "1 power 7200 W",
      "1 state-of-charge 40 %",
      "2 power 12 W",
      "2 Temperature 31 Celsius Body",
      "2 Temperature 40 Celsius Cable",
    ]);
  });

  it("is found by its index, however many readings there are", async () => {
    const { id } = await addStation(house, { identity: "CS-3" });
    await house.pool.query(
      `INSERT INTO journal.sample (station_id, evse, at, received_at, energy_wh)
       SELECT station, 0, at, at, 1 FROM generate_series(1000, 1099) station,
         generate_series(now() - interval '5 hours', now(), interval '2 minutes') at`,
    );
    await said(id, 0, minutesAgo(1), { energyWh: 7 });
    await house.pool.query("ANALYZE journal.sample");
    const { rows } = await house.pool.query<{ "QUERY PLAN": string }>(
      `EXPLAIN SELECT * FROM journal.sample WHERE session_id IS NULL AND station_id = ${id} AND evse = 0
         AND received_at > now() - interval '7 days' ORDER BY received_at DESC LIMIT 30`,
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toContain("station_id_evse_received_at");
    expect(await readings(id)).toEqual(["0 energy 7 Wh"]);
  });
});
