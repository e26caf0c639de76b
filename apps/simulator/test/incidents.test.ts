import { afterEach, beforeEach, expect, it } from "vitest";
import { openDemoControl } from "../src/demo-control";
import { demoFleet } from "../src/demo-fleet";
import { demoPlan } from "../src/demo-plan";
import type { Fleet } from "../src/fleet";
import { incidents } from "../src/incidents";
import { ManualClock } from "../src/time/manual-clock";
import { withCsms } from "./stations";

const { csms } = withCsms();
const secret = "a secret of this test";
const count = 9;
const plan = demoPlan(count);
let fleet: Fleet;
beforeEach(async () => {
  fleet = demoFleet({ count, url: csms().url, password: undefined, seed: 1, speed: 1, ledger: { keep: "counts" } });
  fleet.start();
  await expect.poll(() => fleet.totals().accepted, { timeout: 20_000 }).toBe(count);
});
afterEach(() => fleet.stop());

const stage = () => {
  const clock = new ManualClock();
  return { clock, stations: fleet.stations.map((station, index) => ({ station, plan: plan[index] })) };
};

it("a site without power is silent as one, the others are not, and it comes back", async () => {
  const { clock, stations } = stage();
  const befallen = incidents["power-loss"]({ stations, clock });
  const sites = new Set(befallen.map((one) => one.plan?.site));
  expect(sites.size).toBe(1);
  expect(befallen).toHaveLength(plan.filter(({ site }) => sites.has(site)).length);
  await expect.poll(() => fleet.totals().online).toBe(count - befallen.length);
  clock.advance(3 * 60_000);
  await expect.poll(() => fleet.totals().online, { timeout: 20_000 }).toBe(count);
});

it("bad firmware fails on stations of one model and leaves them broken", async () => {
  const { clock, stations } = stage();
  const befallen = incidents["bad-firmware"]({ stations, clock });
  expect(new Set(befallen.map((one) => one.plan?.model)).size).toBe(1);
  await expect
    .poll(async () => {
      clock.advance(1_000);
      return csms()
        .calls("FirmwareStatusNotification")
        .filter((call) => JSON.stringify(call).includes("InstallationFailed")).length;
    })
    .toBe(befallen.length);
  await expect
    .poll(async () => {
      clock.advance(1_000);
      return befallen.every(({ station }) => station.charger.evses[0]?.connectors[0]?.fault !== undefined);
    })
    .toBe(true);
});

it("a certificate that runs out is told, and a new one is asked for", async () => {
  const [befallen] = incidents["expiring-certificate"](stage());
  expect(befallen?.station.version).not.toBe("1.6");
  await expect.poll(() => csms().calls("SignCertificate").length, { timeout: 20_000 }).toBe(1);
  const told = csms()
    .calls("NotifyEvent")
    .map((call) => JSON.stringify(call));
  expect(told.some((text) => text.includes("CertificateExpiry"))).toBe(true);
});

it("a ghost is told of where no car stands", async () => {
  const [befallen] = incidents["ghost-session"](stage());
  expect(befallen).toBeDefined();
  const action = befallen?.station.version === "1.6" ? "StartTransaction" : "TransactionEvent";
  await expect.poll(() => csms().calls(action).length).toBeGreaterThan(0);
});

it("whoever knows the secret is given a station of this process; nobody else is given anything", async () => {
  const control = await openDemoControl({ fleet, plan, url: csms().url, port: 0, secret });
  const { port } = control;
  const ask = (path: string, init: RequestInit, known = secret) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { authorization: `Bearer ${known}` } });
  try {
    expect((await ask("/stations", { method: "GET" }, "a guess")).status).toBe(401);
    const before = csms().connections;
    const made = await ask("/stations", {
      method: "POST",
      body: JSON.stringify({ identity: "DEMO-1", secret: "s".repeat(40) }),
    });
    expect(made.status).toBe(201);
    await expect.poll(() => csms().connections).toBe(before + 1);
    expect(await (await ask("/", { method: "GET" })).json()).toMatchObject({ stations: count + 1 });
    expect((await ask("/incidents/none-of-these", { method: "POST" })).status).toBe(404);
    expect((await ask("/incidents/power-loss", { method: "POST" })).status).toBe(200);
  } finally {
    control.close();
  }
});
