import { expect, it } from "vitest";
import { type ReadImport, readImport } from "./import-lines";

const none: ReadonlySet<string> = new Set();
const good = (csv: string, taken = none): ReadImport => {
  const read = readImport(csv, taken);
  if ("fault" in read) throw new Error(read.fault);
  return read;
};
const faults = (line: string, taken = none) =>
  good(`id,name,site,vendor,model,security profile,secret\n${line}`, taken).faults.map(
    ({ column, fault }) => `${column}: ${fault}`,
  );

it("reads what is said, and takes what is not for nothing", () => {
  const { lines, wanted } = good('ID;Name;Security_Profile\nCS-1;"Deck; north";2\n\nCS-2;;\n');
  expect(wanted).toBe(2);
  expect(lines).toEqual([
    { line: 2, identity: "CS-1", name: "Deck; north", site: null, vendor: null, model: null, profile: 2 },
    { line: 3, identity: "CS-2", name: null, site: null, vendor: null, model: null, profile: 1 },
  ]);
});

it.each([
  ["name\nDeck", "no-id-column"],
  ["id,colour\nCS-1,red", "unknown-column"],
  ["id,name\n", "no-lines"],
  ['id\n"CS-1', "unreadable"],
])("%j is no file of stations: %s", (csv, fault) => {
  expect(readImport(csv, none)).toMatchObject({ fault });
});

it.each([
  [",Deck", ["id: no-id"]],
  ["CS/1", ["id: bad-id"]],
  ["CS:1", ["id: bad-id"]],
  [`CS-1,${"x".repeat(201)}`, ["name: too-long"]],
  ["CS-1,,,,,3", ["security profile: bad-profile"]],
  ["CS-1,,,,,1,short", ["secret: bad-secret"]],
  [`CS-1,,,,,0,${"a".repeat(20)}`, ["secret: secret-unused"]],
  ["CS/1,,,,,9,short", ["id: bad-id", "security profile: bad-profile", "secret: bad-secret"]],
  [`CS-1,,,,,1,${"a".repeat(40)}`, []],
])("%j: %j", (line, expected) => {
  expect(faults(line)).toEqual(expected);
});

it("tells stations apart without the case of their letters, in the file and in the network", () => {
  expect(good("id\nCS-1\ncs-1").faults).toMatchObject([{ line: 3, fault: "twice", value: "cs-1" }]);
  expect(faults("CS-1", new Set(["cs-1"]))).toEqual(["id: taken"]);
});

it("never repeats a secret", () => {
  expect(good("id,secret\nCS-1,hunter2").faults).toMatchObject([{ column: "secret", value: "" }]);
});

it("reads ten thousand lines in a blink", () => {
  const csv = `id,name,site\n${Array.from({ length: 10_000 }, (_, n) => `CS-${n},Charger ${n},Site ${n % 40}`).join("\n")}`;
  expect(good(csv).lines).toHaveLength(10_000);
});
