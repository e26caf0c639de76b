import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, type TestConsole, viewer } from "./console";
import { addSession, addStation } from "./network";

let house: TestConsole;
beforeAll(async () => {
  house = await openConsole();
  await house.prisma.site.create({
    data: {
      name: "Köln Süd",
      address: "Bonner Straße 12, 50677 Köln",
      contacts: [{ name: "Ana", role: "keys", phone: "+49 (221) 555-0199", email: "" }],
    },
  });
  await addStation(house, { identity: "CS-0412", name: "Yard left", serialNumber: "SN-7781", site: "Köln Süd" });
  await addStation(house, { identity: "CS-04120", vendor: "Voltara" });
  await addStation(house, { identity: "XX-0412", approval: "retired" });
  const { id } = await addStation(house, { identity: "MS-9", name: "100%_sure" });
  await addSession(house, id, { id: 4711, wireId: "7f1c-aa02" });
  await house.prisma.token.create({
    data: { value: "04A2B3C4", folded: "04A2B3C4", kind: "iso14443", note: "Fleet Ana" },
  });
});
afterAll(() => house.close());

const find = (text: string) => house.as(viewer).search.find({ text });
const stations = async (text: string) => (await find(text)).stations.map(({ identity }) => identity);

it.each([
  ["its identity in any case", "cs-0412", ["CS-0412", "CS-04120"]],
  ["the end of its identity", "412", ["CS-0412", "CS-04120"]],
  ["its name", "yard", ["CS-0412"]],
  ["its serial number", "sn-7781", ["CS-0412"]],
  ["its site", "köln", ["CS-0412"]],
  ["the street of its site", "bonner straße", ["CS-0412"]],
  ["a word of its site and one of its own", "köln left", ["CS-0412"]],
  ["the number of somebody to ask there, as it is dialled at home", "0221 5550199", ["CS-0412"]],
  ["the same from abroad", "+49 221 555 01 99", ["CS-0412"]],
  ["its maker", "voltara", ["CS-04120"]],
  ["signs that mean something to a database", "100%_", ["MS-9"]],
])("a station is found by %s", async (_by, text, identities) => expect(await stations(text)).toEqual(identities));

it("a station that is gone is not found, and neither is what nothing is called", async () => {
  expect(await stations("xx-0412")).toEqual([]);
  expect(await find("%")).toMatchObject({ stations: [{ identity: "MS-9" }], sites: [], tokens: [] });
  expect(await find("no such thing")).toEqual({ stations: [], sites: [], sessions: [], tokens: [] });
});

it("the one that is called exactly so is told apart", async () => {
  expect((await find("CS-0412")).stations.map(({ isExact }) => isExact)).toEqual([true, false]);
});

it("sites are found by name and address, with how many stations they have", async () => {
  expect((await find("50677")).sites).toMatchObject([{ name: "Köln Süd", stations: 1 }]);
});

it.each(["4711", "#4711", "7f1c-aa02"])("a session is found by %s", async (text) => {
  expect((await find(text)).sessions).toMatchObject([{ id: 4711, identity: "MS-9", isOpen: true }]);
});

it.each(["04a2", "B3C4", "fleet"])("a token is found by %s", async (text) => {
  expect((await find(text)).tokens).toMatchObject([{ value: "04A2B3C4", note: "Fleet Ana" }]);
});
