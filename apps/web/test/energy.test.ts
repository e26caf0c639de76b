import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import type { Command } from "@chargehand/domain/command";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addConnector, addSample, addSession, addStation } from "./network";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
});
afterAll(async () => {
  await house.close();
});

const variable = (stationId: number, facts: { component: string; name: string; value: string; evse?: number }) =>
  house.prisma.variable.create({
    data: { stationId, key: Object.values(facts).join("/"), attribute: "actual", reportedAt: new Date(), ...facts },
  });

it("what limits are converted by is what the station told, and nothing that it did not", async () => {
  const { id: station } = await addStation(house, { identity: "CS-SUPPLY" });
  await addConnector(house, station);
  await addConnector(house, station, { evse: 2 });
  await variable(station, { component: "EVSE", name: "SupplyPhases", value: "1", evse: 1 });
  await variable(station, { component: "ClockCtrlr", name: "TimeZone", value: "Europe/Oslo" });
  await variable(station, { component: "ClockCtrlr", name: "TimeOffset", value: "+09:00" });
  expect(await house.as(viewer).energy.supply({ station })).toEqual({
    evses: [{ evse: 0 }, { evse: 1, phases: 1, phasesFrom: "variables" }, { evse: 2 }],
    clock: { zone: "Europe/Oslo" },
  });
});

it("the last reading of the session that runs shows the voltages", async () => {
  const { id: station } = await addStation(house, { identity: "CS-VOLTS", version: "1.6" });
  await addConnector(house, station);
  const { id: session } = await addSession(house, station);
  const at = new Date();
  await addSample(house, { session, station, at, powerW: 7_000 });
  const rest = ["L1-N", "L2-N", "L3-N"].map((phase) => ({ measurand: "Voltage", phase, value: 231.4 }));
  await house.pool.query("UPDATE journal.sample SET rest = $1 WHERE session_id = $2", [JSON.stringify(rest), session]);
  expect(await house.as(viewer).energy.supply({ station })).toEqual({
    evses: [{ evse: 0 }, { evse: 1, volts: 231, phases: 3, phasesFrom: "readings" }],
  });
});

it("a profile of the session that runs is sent under the name the station knows it by", async () => {
  const { id: station } = await addStation(house, { identity: "CS-OWN", version: "2.0.1" });
  const { id: session, wireId } = await addSession(house, station);
  const profile: ChargingProfile = {
    ...{ id: 7, evse: 1, purpose: "session", stackLevel: 0, kind: "relative" },
    schedules: [{ unit: "A", periods: [{ start: 0, limit: 8 }] }],
  };
  const command: Command = { type: "set-profile", session: String(session), profile };
  const { id } = await house.as(operator).commands.send({ station, command, ifOffline: "refuse" });
  const { command: kept } = await house.prisma.command.findUniqueOrThrow({ where: { id } });
  expect(kept).toMatchObject({ type: "set-profile", session: wireId, profile: { id: 7, purpose: "session" } });
});
