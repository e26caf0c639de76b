import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let console_: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  console_ = house.as(operator);
});
afterAll(() => house.close());

it("whether stations are asked for everything unbidden is said of a model or of one of them, and audited", async () => {
  const model = { vendor: "ABB", model: "Terra AC" };
  const { id: station } = await addStation(house, { identity: "CS-1", ...model });
  await addStation(house, { identity: "CS-2", ...model });
  expect(await console_.stations.probingOfModels()).toEqual([{ ...model, stations: 2, said: null, usual: false }]);
  expect(await console_.stations.probing({ station })).toEqual({ said: null, ofModel: false });

  await console_.stations.setProbing({ of: model, mayProbe: true });
  expect(await console_.stations.probingOfModels()).toMatchObject([{ said: true, usual: false }]);
  expect(await console_.stations.probing({ station })).toEqual({ said: null, ofModel: true });
  await console_.stations.setProbing({ of: { station }, mayProbe: false });
  expect(await console_.stations.probing({ station })).toEqual({ said: false, ofModel: true });
  await console_.stations.setProbing({ of: model, mayProbe: null });
  expect(await console_.stations.probing({ station })).toEqual({ said: false, ofModel: false });

  expect(await house.prisma.audit.findMany({ where: { action: "probing.set" }, orderBy: { id: "asc" } })).toMatchObject(
    [
      { subject: "model:ABB Terra AC", before: { mayProbe: null }, after: { mayProbe: true } },
      { subject: `station:${station}`, before: { mayProbe: null }, after: { mayProbe: false } },
      { subject: "model:ABB Terra AC", before: { mayProbe: true }, after: { mayProbe: null } },
    ],
  );
  await expect(house.as(viewer).stations.setProbing({ of: model, mayProbe: true })).rejects.toThrow("stations.write");
});
