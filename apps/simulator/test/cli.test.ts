import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { demoPlan } from "../src/demo-plan";
import { withCsms } from "./stations";

const { csms } = withCsms();
const room = join(import.meta.dirname, "..");

let folder = "";
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simulator-"));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

it.each(["SIGTERM", "SIGINT"] as const)("ends within a second of %s, with the whole ledger on disk", async (signal) => {
  const file = join(folder, "ledger.ndjson");
  const simulator = simulate("fleet", "--stations", "6", "--url", csms().url, "--ledger", file, "--quiet");
  await expect.poll(() => csms().calls("StatusNotification").length, { timeout: 20_000 }).toBeGreaterThanOrEqual(14);
  const began = performance.now();
  simulator.kill(signal);
  expect(await once(simulator, "exit")).toEqual([0, null]);
  expect(performance.now() - began).toBeLessThan(1_000);

  const entries = readFileSync(file, "utf8").trim().split("\n");
  const kinds = entries.map((line) => JSON.parse(line).kind);
  expect(kinds.filter((kind) => kind === "connected")).toHaveLength(6);
  expect(kinds.filter((kind) => kind === "disconnected")).toHaveLength(6);
  await expect.poll(() => csms().connections).toBe(0);
});

it("plays the demo network with the given password", async () => {
  simulate("fleet", "--demo", "--stations", "9", "--url", csms().url, "--password", "a-password-of-16");
  await expect.poll(() => csms().upgrades.length, { timeout: 20_000 }).toBe(9);
  const expected = demoPlan(9).map(({ identity, version }) => `/ocpp/${identity} ocpp${version}`);
  expect(
    csms()
      .upgrades.map(({ path, protocol }) => `${path} ${protocol}`)
      .toSorted(),
  ).toEqual(expected.toSorted());
  const credentials = csms().upgrades.map(({ authorization = "" }) => Buffer.from(authorization.slice(6), "base64"));
  expect(credentials.map(String).every((text) => text.endsWith(":a-password-of-16"))).toBe(true);
  await expect.poll(() => JSON.stringify(csms().calls("StatusNotification"))).toContain("Faulted");
});

it("plays one station by a script, then ends", async () => {
  const script = 'plug 1; token 1 TAG1; call DataTransfer {"vendorId":"x"}; unplug 1; status; nonsense';
  const simulator = simulate("station", "--version", "1.6", "--url", csms().url, "--do", script, "--exit");
  let output = "";
  simulator.stdout?.on("data", (chunk) => {
    output += String(chunk);
  });
  const [code] = await once(simulator, "exit");
  expect(code).toBe(0);
  expect(csms().calls("StartTransaction")).toMatchObject([{ idTag: "TAG1" }]);
  expect(csms().calls("StopTransaction")).toMatchObject([{ reason: "EVDisconnected" }]);
  expect(output).toContain("EVSE 1: available");
  expect(output).toContain("unknown: nonsense");
});

it("says what it is told on the command line, and fails when that is nothing a station says", async () => {
  const payload = '{"vendorId":"of  my own"}';
  const simulator = simulate(
    ...["station", "--version", "2.1", "--url", csms().url, "--exit"],
    ...["--say", "NotifyDERAlarm", "DataTransfer", payload, "--say", "Reset"],
  );
  let errors = "";
  simulator.stderr?.on("data", (chunk) => {
    errors += String(chunk);
  });
  const [code] = await once(simulator, "close");
  expect(code).toBe(1);
  expect(csms().calls("NotifyDERAlarm")).toMatchObject([{ controlType: "HVMustTrip" }]);
  expect(csms().calls("DataTransfer")).toEqual([{ vendorId: "of  my own" }]);
  expect(errors).toContain("OCPP 2.1 never says Reset. It says: Authorize, BatterySwap");
});

it("refuses what makes no sense with one sentence", async () => {
  const simulator = simulate("fleet", "--versions", "1.6,3.0");
  let errors = "";
  simulator.stderr?.on("data", (chunk) => {
    errors += String(chunk);
  });
  const [code] = await once(simulator, "close");
  expect(code).toBe(1);
  expect(errors).toContain("1.6, 2.0.1 or 2.1 is wanted");
});

function simulate(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts", ...args], { cwd: room });
  children.push(child);
  return child;
}
