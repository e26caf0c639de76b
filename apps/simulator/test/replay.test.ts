import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { writeExchange } from "@chargehand/ocpp/capture";
import { expect, it } from "vitest";
import { replay } from "../src/replay";
import { withCsms } from "./stations";

const { csms } = withCsms();

const calls = [
  '[2,"a","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]',
  '[2,"b",  "StatusNotification", {"connectorId":1,"status":"Ocupied","errorCode":"NoError"}]',
  '[2,"c","DataTransfer",{"vendorId":"x","data":"\\u00e4 and \\"quotes\\""}]',
];
const capture = calls
  .map((call) => writeExchange({ from: "station", station: "OLD-1", version: "1.6", call }))
  .join("\n");

const said = () =>
  csms()
    .seen.filter(({ from }) => from === "station")
    .map(({ frame }) => frame);

it("says again what was said, to the letter and in order, as another station", async () => {
  const heard: string[] = [];
  const replayed = await replay(capture, {
    url: csms().url,
    identity: "NEW-1",
    secret: "a-password-of-16",
    onFrame: (from, text) => from === "station" && heard.push(text),
  });
  expect(replayed).toEqual({ sent: 3, answered: 3, obliged: 0 });
  expect(heard).toEqual(calls);
  expect(said()).toEqual(calls.map((call) => JSON.parse(call)));
  expect(csms().upgrades).toMatchObject([{ path: "/ocpp/NEW-1", protocol: "ocpp1.6" }]);
});

it("plays the capture's own station, in the capture's own version, when nothing else is said", async () => {
  await replay(capture.replaceAll('"1.6"', '"2.1"'), { url: csms().url });
  expect(csms().upgrades).toMatchObject([{ path: "/ocpp/OLD-1", protocol: "ocpp2.1" }]);
});

it("answers calls as they were answered then, and what was never asked, not", async () => {
  const asked = writeExchange({
    from: "us",
    call: '[2,"r","GetConfiguration",{}]',
    answer: '[3,"r",{"configurationKey":[],"unknownKey":["A"]}]',
  });
  csms().answers = (action) => {
    if (action === "DataTransfer") return undefined;
    return {};
  };
  const playing = replay(`${asked}\n${capture}`, { url: csms().url });
  await expect.poll(() => said().length).toBe(3);
  expect(await csms().command("GetConfiguration", {})).toMatchObject([3, expect.any(String), { unknownKey: ["A"] }]);
  expect(await csms().command("GetConfiguration", {})).toMatchObject([
    4,
    expect.any(String),
    "NotSupported",
    expect.any(String),
    {},
  ]);
  csms().newest.close();
  expect(await playing).toEqual({ sent: 3, answered: 2, obliged: 1 });
});

it("gives a transaction the number that the other side gives it now", async () => {
  const start = writeExchange({
    from: "station",
    version: "1.6",
    call: '[2,"s","StartTransaction",{"connectorId":1,"idTag":"T","meterStart":0,"timestamp":"2026-11-23T10:00:00Z"}]',
    answer: '[3,"s",{"transactionId":4711,"idTagInfo":{"status":"Accepted"}}]',
  });
  const stop = writeExchange({
    from: "station",
    call: '[2,"t","StopTransaction",{"transactionId":4711,"meterStop":1,"timestamp":"2026-11-23T11:00:00Z"}]',
  });
  csms().answers = (action) =>
    action === "StartTransaction" ? { transactionId: 99, idTagInfo: { status: "Accepted" } } : {};
  await replay(`${start}\n${stop}`, { url: csms().url });
  expect(said().at(-1)?.[3]).toMatchObject({ transactionId: 99 });
});

it("is a command that reads standard input", async () => {
  const args = ["--import", "tsx", "src/main.ts", "replay", "--url", csms().url, "--id", "PIPED-1"];
  const simulator = spawn(process.execPath, args, { cwd: join(import.meta.dirname, "..") });
  let output = "";
  simulator.stdout.on("data", (chunk) => {
    output += String(chunk);
  });
  simulator.stdin.end(capture);
  expect(await once(simulator, "exit")).toEqual([0, null]);
  expect(output).toContain("3 calls, 3 of them answered");
  expect(said()).toEqual(calls.map((call) => JSON.parse(call)));
}, 60_000);
