import { createHash } from "node:crypto";
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Version } from "@chargehand/ocpp/version";
import type { RawClient } from "@chargehand/simulator/raw-client";
import { waitFor } from "@chargehand/testing/wait-for";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { receiveFile } from "../src/files/receive-file";
import { versions } from "./harness";
import { type MaintenanceHouse, startMaintenanceHouse } from "./maintenance-house";

let folder: string;
let house: MaintenanceHouse;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chargehand-files-"));
  house = await startMaintenanceHouse({ DATA_DIR: folder, FILE_LIMIT_MIB: "1" });
});
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Row {
  id: number;
  name: string | null;
  type: string | null;
  size: string | null;
  sha256: Buffer | null;
  stored_as: string | null;
  received_at: Date | null;
  refusal: string | null;
}

const stored = () => readdirSync(join(folder, "files"));
const rowOf = async (command: number) => {
  const [row] = await house.gateway.rows<Row>("SELECT * FROM station_file WHERE command_id = $1", command);
  if (!row) throw new Error(`command ${command} asked for no file`);
  return row;
};

describe.each(versions)("a log of a station of %s", (version) => {
  it.each(["diagnostics", "security"] as const)("(%s) is put into our own store, whole, and proven", async (log) => {
    const identity = `LOG-${log}-${version}`;
    await house.station(identity, { version });
    const command = await house.give(identity, { type: "read-log", log, from: "2026-11-20T00:00:00.000Z" });
    await house.becomes(command, {
      answer: "accepted",
      proof: "confirmed",
      evidence: expect.stringMatching(/^the file .* arrived, \d+ bytes$/),
    });

    const row = await rowOf(command);
    const bytes = readFileSync(join(folder, "files", row.stored_as ?? ""));
    expect(row).toMatchObject({ size: String(bytes.length), sha256: createHash("sha256").update(bytes).digest() });
    expect(row.name).toMatch(/^LOG-.*\.txt$/);
    expect(bytes.length).toBeGreaterThan(0);
    expect(await house.event(identity, "file.received")).toMatchObject({ file: row.id, command, kind: log });
  });

  it("is not there because the station says so, and is when it comes late", async () => {
    const identity = `WORD-${version}`;
    const { station, command, url, requestId } = await place(identity, version);
    await sayUploaded(station, requestId);
    await house.becomes(command, { proof: "unproven", evidence: expect.stringMatching(/Uploaded, but no file/) });
    expect((await send(url, "late but whole")).status).toBe(201);
    await house.becomes(command, { proof: "confirmed", evidence: `the file security-${command} arrived, 14 bytes` });
  });

  it("that was sent elsewhere is proven by the station's word, which is named", async () => {
    const identity = `ELSEWHERE-${version}`;
    const station = await house.gateway.boot(identity, version);
    const log = { remoteLocation: "ftp://logs.example/here" };
    const payload = { logType: "SecurityLog", requestId: 77, log };
    const command = await house.give(identity, { type: "raw", action: "GetLog", payload });
    const [, id] = JSON.parse(await station.next({ fits: (text) => text.startsWith("[2,") }));
    station.send(JSON.stringify([3, id, { status: "Accepted" }]));
    await sayUploaded(station, 77);
    const evidence = "the station reports Uploaded, of a file that went elsewhere";
    await house.becomes(command, { proof: "confirmed", evidence });
  });
});

/** A place of its own for the security log, as a station was told it. */
async function place(name: string, version: Version = "2.1") {
  const station = await house.gateway.boot(name, version);
  const command = await house.give(name, { type: "read-log", log: "security" });
  const [, id, , payload] = JSON.parse(await station.next({ fits: (text) => text.startsWith("[2,") }));
  station.send(JSON.stringify([3, id, { status: "Accepted", filename: "x.log" }]));
  await house.becomes(command, { answer: "accepted" });
  const url: string = payload.log.remoteLocation;
  return { station, url, command, requestId: Number(payload.requestId) };
}

const sayUploaded = (station: RawClient, requestId: number) =>
  station.call("LogStatusNotification", {
    status: "Uploaded",
    requestId,
  });

const send = (url: string, body: string | FormData, init: RequestInit = {}) =>
  fetch(url, { method: "PUT", body, ...init });

describe("a place for a file", () => {
  const isStillOpen = async (url: string) => expect((await send(url, "late but whole")).status).toBe(201);

  it("takes a file by PUT under the name that is appended, once", async () => {
    const { url, command } = await place("PUT-1");
    expect((await send(`${url}diag%20nosis.tar.gz`, "bytes")).status).toBe(201);
    expect(await rowOf(command)).toMatchObject({ name: "diag nosis.tar.gz", size: "5" });
    const again = await send(url, "other bytes");
    expect([again.status, await again.text()]).toEqual([410, "this place has its file already\n"]);
    expect(await rowOf(command)).toMatchObject({ size: "5" });
  });

  it("takes a file by POST, plain or as a form, as big as it is", async () => {
    const plain = await place("POST-1");
    const headers = { "content-disposition": 'attachment; filename="../../etc/passwd"', "content-type": "text/html" };
    expect((await send(plain.url, "x".repeat(300_000), { method: "POST", headers })).status).toBe(201);
    expect(await rowOf(plain.command)).toMatchObject({ name: "passwd", size: "300000", type: "text/html" });

    const formed = await place("POST-2");
    const form = new FormData();
    form.append("comment", "here it is");
    form.append("file", new Blob(["y".repeat(200_000)], { type: "text/plain" }), "..\\..\\log.txt");
    expect((await send(formed.url, form, { method: "POST" })).status).toBe(201);
    expect(await rowOf(formed.command)).toMatchObject({ name: "log.txt", size: "200000" });
  });

  it("is found by its address only", async () => {
    const { url } = await place("WRONG-1");
    const wrong = url.replace(/files\/.{5}/, "files/AAAAA");
    expect((await send(wrong, "bytes")).status).toBe(404);
    expect((await send(new URL("/files/..%2f..%2fsecrets.json", url).href, "bytes")).status).toBe(404);
    expect((await send(new URL("/files", url).href, "bytes")).status).toBe(404);
    expect((await fetch(url)).status).toBe(405);
    await isStillOpen(url);
  });

  it("closes after its time", async () => {
    const { url, command } = await place("OVER-1");
    await house.gateway.rows("UPDATE station_file SET expires_at = now() WHERE command_id = $1", command);
    const late = await send(url, "bytes");
    expect([late.status, await late.text()]).toEqual([410, "the time for this place is over\n"]);
  });

  it("keeps nothing of what is too large, told beforehand or not, nor of what is empty", async () => {
    const { url } = await place("LARGE-1");
    const before = stored();
    expect((await send(url, "x".repeat(1_048_577))).status).toBe(413);
    const unmeasured = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode("x".repeat(100_000)));
      },
    });
    const streaming = { body: unmeasured, duplex: "half", method: "PUT" } as const;
    const refused = await fetch(url, streaming).then(
      ({ status }) => status,
      () => 413,
    );
    expect(refused).toBe(413);
    expect((await send(url, "")).status).toBe(400);
    await waitFor(() => expect(stored()).toEqual(before) ?? true, { what: "nothing to be left" });
    await isStillOpen(url);
  });

  it("keeps nothing of a file that breaks off, plain or in a form, and takes it when it comes again", async () => {
    const { url } = await place("BREAK-1");
    const before = stored();
    const { hostname, port, pathname } = new URL(url);
    const head = (rest: string) =>
      `PUT ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 5000\r\n${rest}\r\n`;
    for (const text of [
      `${head("")}half of it`,
      `${head("Content-Type: multipart/form-data; boundary=b\r\n")}--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nhalf`,
    ]) {
      const socket = connect(Number(port), hostname);
      socket.write(text);
      await waitFor(() => stored().length > before.length, { what: "the file to begin" });
      socket.destroy();
      await waitFor(() => stored().length === before.length, { what: "nothing to be left" });
    }
    await isStillOpen(url);
  });

  it("says of a form without a file, or one that cannot be read, what is wrong", async () => {
    const { url } = await place("FORM-1");
    const form = new FormData();
    form.append("comment", "no file");
    expect((await send(url, form, { method: "POST" })).status).toBe(400);
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    expect((await send(url, "not a form at all", { method: "POST", headers })).status).toBe(400);
    expect((await send(url, "x", { method: "POST", headers: { "content-type": "multipart/form-data;" } })).status).toBe(
      400,
    );
    await isStillOpen(url);
  });

  it("takes nothing when the disk is full, keeps nothing half, and tells the operator why", async () => {
    const { url, command } = await place("FULL-1");
    const before = stored();
    const { gateway, operator } = house;
    // A device that has no room, as the system itself knows one.
    const full = createServer((request, response) => {
      const settings = { filesFolder: join(folder, "files"), fileLimitBytes: 1_048_576, retentionFileDays: 1 };
      const write = () => createWriteStream("/dev/full");
      const log = pino({ level: "silent" });
      const door = { db: gateway.db, bus: operator.bus, log, settings, underWay: new Set<number>(), write };
      void receiveFile(request, response, { ...door, onReceived: async () => undefined });
    });
    await new Promise<void>((resolve) => full.listen(0, "127.0.0.1", resolve));
    const { port } = z.object({ port: z.number() }).parse(full.address());
    const refused = await send(`http://127.0.0.1:${port}${new URL(url).pathname}`, "x".repeat(10_000));
    full.close();
    expect([refused.status, await refused.text()]).toEqual([507, "there is no room for the file\n"]);
    expect(stored()).toEqual(before);
    expect(await rowOf(command)).toMatchObject({ received_at: null, refusal: "there is no room for the file" });
    expect(await house.event("FULL-1", "file.refused")).toMatchObject({
      command,
      why: "there is no room for the file",
    });
    await isStillOpen(url);
    expect(await rowOf(command)).toMatchObject({ refusal: null });
  });
});
