import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
let station: number;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
  station = (await addStation(house, { identity: "CS-1" })).id;
});
afterAll(() => house.close());

const writes = [{ variable: { component: "OCPPCommCtrlr", name: "HeartbeatInterval" }, value: "300" }];

it("how boots are answered is set for a station and for the network, audited, and taken away again", async () => {
  expect(await console_.stations.bootPolicy({ station })).toEqual({ policy: null, writes: [] });
  await console_.stations.setBootPolicy({ station, policy: "configure", writes });
  await console_.stations.setBootPolicy({ station: null, policy: "reject" });
  expect(await console_.stations.bootPolicy({ station })).toEqual({ policy: "configure", writes });
  expect(await console_.stations.bootPolicy({ station: null })).toEqual({ policy: "reject", writes: [] });
  expect(await house.prisma.audit.findFirst({ where: { subject: `station:${station}` } })).toMatchObject({
    action: "boot-policy.set",
    before: { policy: null },
    after: { policy: "configure" },
  });
  await console_.stations.setBootPolicy({ station, policy: null });
  expect(await console_.stations.bootPolicy({ station })).toEqual({ policy: null, writes: [] });
});

it("a policy that sets stations up says what it sets, and only operators set one", async () => {
  await expect(console_.stations.setBootPolicy({ station, policy: "configure" })).rejects.toThrow("Say what");
  await expect(house.as(viewer).stations.setBootPolicy({ station, policy: "reject" })).rejects.toThrow(
    "stations.write",
  );
});
