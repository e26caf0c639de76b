import { expect, it } from "vitest";
import { demoConnectors, demoPlan, demoSites, demoTokens } from "./demo-plan";

it("gives station i the version i modulo three, from CS-0001", () => {
  const plan = demoPlan();
  expect(plan).toHaveLength(25);
  expect(plan.slice(0, 4).map(({ identity, version }) => `${identity} ${version}`)).toEqual([
    "CS-0001 1.6",
    "CS-0002 2.0.1",
    "CS-0003 2.1",
    "CS-0004 1.6",
  ]);
});

it("keeps within what 1.6 can say, and gives every station two to four connectors", () => {
  for (const station of demoPlan(200)) {
    expect(station.vendor.length).toBeLessThanOrEqual(20);
    expect(station.model.length).toBeLessThanOrEqual(20);
    expect(station.serial.length).toBeLessThanOrEqual(25);
    expect(demoConnectors(station).length).toBeGreaterThanOrEqual(2);
    expect(demoConnectors(station).length).toBeLessThanOrEqual(4);
  }
  expect(demoTokens.every(({ value }) => value.length <= 20)).toBe(true);
});

it("fills every site, and breaks only connectors that are there", () => {
  const plan = demoPlan();
  expect(new Set(plan.map(({ site }) => site))).toEqual(new Set(demoSites));
  const broken = plan.filter((station) => station.broken);
  expect(broken.length).toBeGreaterThan(0);
  for (const station of broken) {
    expect(demoConnectors(station).some(({ evse }) => evse === station.broken?.evse)).toBe(true);
  }
  expect(new Set(plan.map(({ serial }) => serial)).size).toBe(25);
});

it("numbers every connector as an EVSE of its own in 1.6", () => {
  const hub = demoPlan(50).find(({ model, version }) => model === "Hub 50" && version === "1.6");
  const modern = demoPlan(50).find(({ model, version }) => model === "Hub 50" && version === "2.1");
  expect(hub && demoConnectors(hub).map(({ evse, connector }) => `${evse}.${connector}`)).toEqual([
    "1.1",
    "2.1",
    "3.1",
  ]);
  expect(modern && demoConnectors(modern).map(({ evse, connector }) => `${evse}.${connector}`)).toEqual([
    "1.1",
    "1.2",
    "2.1",
  ]);
});
