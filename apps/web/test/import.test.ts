import { verifySecret } from "@chargehand/db/station-secret";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openConsole, operator, pepper, type TestConsole } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let asOperator: ReturnType<TestConsole["as"]>;
beforeAll(async () => {
  house = await openConsole();
  asOperator = house.as(operator);
});
afterAll(() => house.close());

const known = (identity: string) => house.prisma.station.findUnique({ where: { identity }, include: { site: true } });

it("looks first: what would come of a file, with nothing done", async () => {
  await addStation(house, { identity: "OLD-1", site: "North" });
  const csv = "id,name,site,security profile\nD-1,One,North,1\nD-2,Two,South,0\nold-1,,,\nD/3,,,";
  const before = await house.prisma.station.count();
  expect(await asOperator.stations.weighImport({ csv })).toMatchObject({
    wanted: 4,
    ready: 2,
    faultyLines: 2,
    newSites: ["South"],
    secrets: 1,
    faults: [
      { line: 4, fault: "taken" },
      { line: 5, fault: "bad-id" },
    ],
  });
  expect(await house.prisma.station.count()).toBe(before);
});

it("imports nothing while a line is bad, unless the person says to leave those out", async () => {
  const csv = "id,name\nE-1,One\nE/2,Two";
  await expect(asOperator.stations.import({ csv })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  expect(await known("E-1")).toBeNull();

  expect(await asOperator.stations.import({ csv, skipFaulty: true })).toMatchObject({ imported: 1, skipped: 1 });
  expect(await known("E-1")).toMatchObject({ name: "One", approval: "approved" });
});

it("makes the secrets that are missing, keeps those that are given, and tells only of the made ones", async () => {
  const own = "0123456789abcdef0123456789abcdef01234567";
  const csv = `id,site,vendor,security profile,secret\nF-1,West,Voltara,1,\nF-2,West,Voltara,2,${own}\nF-3,West,,0,`;
  const { secrets } = await asOperator.stations.import({ csv, timeZone: "Europe/Berlin" });
  expect(secrets).toMatchObject([{ identity: "F-1", address: "ws://gateway.example:9000/ocpp/F-1" }]);

  const opens = async (identity: string, secret: string) => {
    const row = await known(identity);
    return verifySecret(Buffer.from(secret), { hash: row?.secretHash ?? "", salt: row?.secretSalt ?? "" }, pepper);
  };
  expect(await opens("F-1", secrets[0]?.secret ?? "")).toBe("text");
  expect(await opens("F-2", own)).toBe("text");
  expect(await known("F-2")).toMatchObject({ securityProfile: 2, vendor: "Voltara", site: { name: "West" } });
  expect(await known("F-3")).toMatchObject({ securityProfile: 0, passwordless: true, secretHash: null });
  const audit = await house.prisma.audit.findFirst({ where: { action: "station.import" }, orderBy: { id: "desc" } });
  expect(audit?.after).toEqual({ stations: 3, skipped: 0, first: "F-1", last: "F-3" });
  expect(JSON.stringify([audit?.before, audit?.after])).not.toContain(own);
});

it("takes ten thousand lines at once", { timeout: 60_000 }, async () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => `G-${n},Charger ${n},Site ${n % 50}`);
  const { imported, secrets } = await asOperator.stations.import({ csv: `id,name,site\n${lines.join("\n")}` });
  expect(imported).toBe(10_000);
  expect(secrets).toHaveLength(10_000);
});

it("a network has one name, and who gave it is known", async () => {
  expect(await asOperator.network.name()).toBeNull();
  await asOperator.network.rename({ name: "Nordlicht" });
  await asOperator.network.rename({ name: "Nordlicht Laden" });
  expect(await asOperator.network.name()).toBe("Nordlicht Laden");
  expect(await house.prisma.audit.count({ where: { action: "network.rename" } })).toBe(2);
});

it("without a simulator nothing is simulated, and nothing is added for it", async () => {
  expect(await asOperator.demo.standing()).toBeNull();
  await expect(asOperator.demo.simulate()).rejects.toThrow("no simulator");
  expect(await known("DEMO-1")).toBeNull();
});
