import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Version } from "../../src/dialects/dialect";
import { ManualClock } from "../../src/time/manual-clock";
import { versions } from "../stations";
import { malformed, withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor, heard } = withBlocks();

type File = { method: string; path: string; authorization: string | undefined; text: string };

let files: File[] = [];
let answerWith: number[] = [];
let server: Server;
let place = "";

beforeEach(async () => {
  files = [];
  answerWith = [];
  server = createServer((request, response) => {
    const parts: string[] = [];
    request.setEncoding("utf8");
    request.on("data", (part) => parts.push(String(part)));
    request.on("end", () => {
      const { authorization } = request.headers;
      files.push({ method: request.method ?? "", path: request.url ?? "", authorization, text: parts.join("") });
      response.writeHead(answerWith.shift() ?? 201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  place = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterEach(() => {
  server.close();
});

const order = (location: string, more: object = {}) => ({
  logType: "DiagnosticsLog",
  requestId: 3,
  log: { remoteLocation: location },
  ...more,
});

const said = () => csms().calls("LogStatusNotification");

describe.each(versions)("a log of %s", (version: Version) => {
  it("is really sent, under the name that was told", async () => {
    await station({ version, stepMs: 5 }).connect();
    const { status, filename } = await ask("GetLog", order(`${place}/logs/`));
    expect(status).toBe("Accepted");
    await expect.poll(said).toEqual([
      { status: "Uploading", requestId: 3 },
      { status: "Uploaded", requestId: 3 },
    ]);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ method: "PUT", path: `/logs/${filename}` });
    expect(files[0]?.text).toContain("evse 1: available");
  });

  it("goes to the very place it was ordered to, with the name and word for it", async () => {
    await station({ version, stepMs: 5 }).connect();
    await ask("GetLog", order(`${place.replace("//", "//user:p%40ss@")}/upload?id=7`));
    await expect.poll(() => files).toMatchObject([{ path: "/upload?id=7" }]);
    expect(files[0]?.authorization).toBe(`Basic ${Buffer.from("user:p@ss").toString("base64")}`);
  });

  it.each([
    [403, "PermissionDenied"],
    [405, "NotSupportedOperation"],
    [400, "BadMessage"],
    [500, "UploadFailure"],
  ])("that is refused with %i is told as %s", async (code, status) => {
    await station({ version, stepMs: 5 }).connect();
    answerWith = [code];
    await ask("GetLog", order(`${place}/x`));
    await expect.poll(said).toHaveLength(2);
    expect(said()[1]).toEqual({ status, requestId: 3 });
  });

  it("is tried again as often as was ordered", async () => {
    await station({ version, stepMs: 5 }).connect();
    answerWith = [500, 500];
    await ask("GetLog", order(`${place}/x`, { retries: 2, retryInterval: 0 }));
    await expect.poll(() => said().at(-1)).toEqual({ status: "Uploaded", requestId: 3 });
    expect(files).toHaveLength(3);
  });

  it("gives way to another one", async () => {
    const clock = new ManualClock();
    const virtual = station({ version, clock, stepMs: 1_000 });
    await virtual.connect();
    await ask("GetLog", order("ftp://files.example/a"));
    expect((await ask("GetLog", order("ftp://files.example/b", { requestId: 4 }))).status).toBe("AcceptedCanceled");
    await heard("LogStatusNotification", 3);
    const trigger = version === "1.6" ? "ExtendedTriggerMessage" : "TriggerMessage";
    await ask(trigger, { requestedMessage: "LogStatusNotification" });
    await virtual.settled();
    clock.advance(1_000);
    await expect.poll(() => said().at(-1)).toEqual({ status: "Uploaded", requestId: 4 });
    await ask(trigger, { requestedMessage: "LogStatusNotification" });
    await virtual.settled();
    expect(said()).toEqual([
      { status: "Uploading", requestId: 3 },
      { status: version === "1.6" ? "UploadFailure" : "AcceptedCanceled", requestId: 3 },
      { status: "Uploading", requestId: 4 },
      { status: "Uploading", requestId: 4 },
      { status: "Uploaded", requestId: 4 },
      { status: "Idle" },
    ]);
  });

  it("about security holds what happened in the span that is wanted", async () => {
    const clock = new ManualClock(Date.UTC(2026, 4, 1));
    const virtual = station({ version, clock, chatty: true, stepMs: 5 });
    await virtual.connect();
    clock.advance(60_000);
    const firmware = {
      location: "x",
      retrieveDateTime: "2026-01-01T00:00:00Z",
      signingCertificate: "none",
      signature: "x",
    };
    await ask(version === "1.6" ? "SignedUpdateFirmware" : "UpdateFirmware", { requestId: 1, firmware });
    const log = { remoteLocation: `${place}/a` };
    await ask("GetLog", { ...order(""), logType: "SecurityLog", log });
    await heard("LogStatusNotification");
    clock.advance(5);
    await expect.poll(() => files[0]?.text).toContain("StartupOfTheDevice");
    expect(files[0]?.text).toContain("InvalidFirmwareSigningCertificate");
    await heard("LogStatusNotification", 2);

    const recent = { ...log, oldestTimestamp: "2026-05-01T00:00:30Z" };
    await ask("GetLog", { ...order(""), logType: "SecurityLog", log: recent });
    await heard("LogStatusNotification", 3);
    clock.advance(5);
    await expect.poll(() => files[1]?.text).toContain("InvalidFirmwareSigningCertificate");
    expect(files[1]?.text).not.toContain("StartupOfTheDevice");
  });

  it("cannot be sent when that was ordered", async () => {
    await station({ version, stepMs: 5, faults: { failedUploads: true } }).connect();
    await ask("GetLog", order("ftp://files.example/a"));
    await expect.poll(() => said().at(-1)).toEqual({ status: "UploadFailure", requestId: 3 });
    expect(await codeFor("GetLog", { logType: "Gossip" })).toBe(malformed[version]);
  });
});

it("a station that is taken away sends nothing any more", async () => {
  const { promise: reached, resolve: reach } = deferred();
  const { promise: gone, resolve: leave } = deferred();
  server.removeAllListeners("request");
  server.on("request", (request) => {
    request.socket.once("close", leave);
    reach();
  });
  const virtual = station({ version: "2.1", stepMs: 5 });
  await virtual.connect();
  await ask("GetLog", order(`${place}/never-answered`));
  await reached;
  virtual.stop();
  await gone;
});

function deferred(): { promise: Promise<void>; resolve(): void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve: () => resolve() };
}

describe("diagnostics of 1.6", () => {
  it("are sent, and told without a number", async () => {
    const virtual = station({ version: "1.6", stepMs: 5 });
    await virtual.connect();
    const { fileName } = await ask("GetDiagnostics", { location: `${place}/diagnostics/` });
    const told = await heard("DiagnosticsStatusNotification", 2);
    expect(told).toEqual([{ status: "Uploading" }, { status: "Uploaded" }]);
    expect(files[0]?.path).toBe(`/diagnostics/${fileName}`);
    answerWith = [403];
    await ask("GetDiagnostics", { location: `${place}/diagnostics/` });
    expect((await heard("DiagnosticsStatusNotification", 4))[3]).toEqual({ status: "UploadFailed" });
    await ask("TriggerMessage", { requestedMessage: "DiagnosticsStatusNotification" });
    expect((await heard("DiagnosticsStatusNotification", 5))[4]).toEqual({ status: "Idle" });
    expect(await codeFor("GetDiagnostics", {})).toBe(malformed["1.6"]);
  });
});
