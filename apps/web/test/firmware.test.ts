import { createHash, randomBytes } from "node:crypto";
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { makeSigner } from "@chargehand/files/signer";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { receiveImage } from "../src/server/firmware/receive";
import { openConsole, operator, type TestConsole, viewer } from "./console";
import { addStation } from "./network";

let house: TestConsole;
let folder: string;
let desk: ReturnType<TestConsole["as"]>;
const firmware = () => ({ folder, limitBytes: 1_048_576 });
beforeAll(async () => {
  house = await openConsole();
  folder = mkdtempSync(join(tmpdir(), "chargehand-library-"));
  desk = house.as(operator, { firmware: firmware() });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const stored = () => readdirSync(folder).toSorted();
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

interface Wish {
  version?: string;
  person?: typeof operator | undefined;
  sameOrigin?: boolean;
  limitBytes?: number;
  sha256?: string;
  length?: number;
  write?: (path: string) => Writable;
  signal?: AbortSignal;
}

const body = z.object({ receipt: z.string().default(""), size: z.number().optional(), message: z.string().optional() });

/** Sends a file as the console's page does. */
async function send(bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, wish: Wish = {}) {
  const { person = operator, sameOrigin = true, limitBytes = 1_048_576 } = wish;
  const asked = new URLSearchParams({
    ...{ name: "../fw.bin", vendor: "Acme", model: "Two", version: wish.version ?? "1.0.0" },
    ...(wish.sha256 !== undefined && { sha256: wish.sha256 }),
  });
  const length = wish.length ?? (bytes instanceof Uint8Array ? bytes.length : undefined);
  const request = new Request(`http://console.example/api/firmware?${asked}`, {
    method: "PUT",
    body: bytes,
    duplex: "half",
    headers: length === undefined ? {} : { "content-length": String(length) },
    signal: wish.signal,
  } as RequestInit);
  const context = house.context("person" in wish ? wish.person : person, {
    sameOrigin,
    firmware: { folder, limitBytes },
  });
  const response = await receiveImage(context, request, wish.write);
  return { status: response.status, ...body.parse(await response.json()) };
}

/** Sends a file and adds it. */
async function add(
  version: string,
  bytes: Buffer<ArrayBuffer>,
  more: { signature?: string; certificate?: string } = {},
) {
  const { receipt } = await send(bytes, { version });
  return desk.firmware.add({ vendor: "Acme", model: "Two", version, receipt, ...more });
}

describe("an upload", () => {
  it("is there whole, with its checksums, once it was added", async () => {
    const bytes = randomBytes(300_000);
    const { id } = await add("1.0.0", bytes);
    const image = await desk.firmware.byId({ id });
    expect(image).toMatchObject({
      ...{ vendor: "Acme", model: "Two", version: "1.0.0", fileName: "fw.bin", size: 300_000, isSigned: false },
      ...{ sha256: sha256(bytes), md5: createHash("md5").update(bytes).digest("hex"), addedBy: "Ada" },
    });
    const row = await house.prisma.firmwareImage.findUnique({ where: { id } });
    expect(readFileSync(join(folder, row?.storedAs ?? "")).equals(bytes)).toBe(true);
    const { rows } = await house.pool.query(
      "SELECT data FROM journal.event WHERE type = 'firmware.changed' AND (data ->> 'image')::int = $1",
      [id],
    );
    expect(rows).toEqual([{ data: { type: "firmware.changed", image: id, what: "added" } }]);
    expect(await house.prisma.audit.count({ where: { action: "firmware.add", subject: `firmware:${id}` } })).toBe(1);
  });

  it("is taken from operators, by the console's own pages", async () => {
    const before = stored();
    expect((await send(randomBytes(10), { version: "no", person: undefined })).status).toBe(401);
    expect((await send(randomBytes(10), { version: "no", person: viewer })).status).toBe(403);
    expect((await send(randomBytes(10), { version: "no", sameOrigin: false })).status).toBe(403);
    expect(stored()).toEqual(before);
  });

  it("leaves nothing behind that is too large, whether it says so or not", async () => {
    const before = stored();
    const said = await send(randomBytes(2_000), { version: "large", limitBytes: 1_000 });
    expect(said).toMatchObject({ status: 413, message: expect.stringMatching(/FIRMWARE_LIMIT_MIB/) });
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000)),
    });
    expect((await send(endless, { version: "large", limitBytes: 10_000 })).status).toBe(413);
    await expect(
      desk.firmware.weigh({ vendor: "Acme", model: "Two", version: "large", size: 3 * 1024 ** 3 }),
    ).rejects.toThrow(/FIRMWARE_LIMIT_MIB/);
    expect(stored()).toEqual(before);
  });

  it("leaves nothing behind that breaks off, and says so", async () => {
    const before = stored();
    const short = await send(randomBytes(500), { version: "short", length: 1_000 });
    expect(short).toMatchObject({ status: 400, message: expect.stringMatching(/broke off/) });
    const cut = new AbortController();
    const hanging = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(100)) });
    const sending = send(hanging, { version: "short", signal: cut.signal });
    await waitFor(() => stored().length > before.length, { what: "the file to begin" });
    cut.abort();
    expect(await sending).toMatchObject({ status: 400, message: expect.stringMatching(/broke off/) });
    expect(stored()).toEqual(before);
  });

  it("leaves nothing behind on a disk that is full, and says so", async () => {
    const before = stored();
    const full = await send(randomBytes(5_000), { version: "full", write: () => createWriteStream("/dev/full") });
    expect(full).toMatchObject({ status: 507, message: expect.stringMatching(/disk is full/) });
    expect(stored()).toEqual(before);
  });

  it("of another content than was declared is refused", async () => {
    const before = stored();
    const bytes = randomBytes(100);
    const wrong = await send(bytes, { version: "hashed", sha256: sha256(randomBytes(1)) });
    expect(wrong).toMatchObject({ status: 400, message: expect.stringContaining(sha256(bytes)) });
    expect((await send(new Uint8Array(), { version: "hashed" })).status).toBe(400);
    expect(stored()).toEqual(before);
    expect((await send(bytes, { version: "hashed", sha256: ` ${sha256(bytes).toUpperCase()} ` })).status).toBe(201);
  });
});

describe("a version of a model", () => {
  it("is there once: the same again is the one that is there, another file is refused and not kept", async () => {
    const bytes = randomBytes(1_000);
    const [one, same, other] = [
      await send(bytes, { version: "2.0.0" }),
      await send(bytes, { version: "2.0.0" }),
      await send(randomBytes(1_000), { version: "2.0.0" }),
    ];
    const facts = { vendor: "Acme", model: "Two", version: "2.0.0" };
    const { id } = await desk.firmware.add({ ...facts, receipt: one.receipt });
    const after = stored();
    expect(await desk.firmware.add({ ...facts, vendor: "ACME", receipt: same.receipt })).toEqual({ id, isNew: false });
    await expect(desk.firmware.add({ ...facts, receipt: other.receipt })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(stored().length).toBe(after.length - 2);
    expect(await send(bytes, { version: "2.0.0" })).toMatchObject({ status: 409 });
    await expect(desk.firmware.weigh({ ...facts, size: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      desk.firmware.add({ ...facts, version: "2.0.1", receipt: `${one.receipt.slice(0, -2)}xx` }),
    ).rejects.toThrow(/no file of ours/);
  });

  it("can lie elsewhere", async () => {
    const facts = { vendor: "Acme", model: "Three", version: "1", location: "https://vendor.example/three-1.bin" };
    const { id } = await desk.firmware.add(facts);
    expect(await desk.firmware.byId({ id })).toMatchObject({ location: facts.location, size: null });
    expect(await desk.firmware.add(facts)).toEqual({ id, isNew: false });
    await expect(
      desk.firmware.add({ ...facts, version: "2", location: "gopher://vendor.example/x" }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it("is checked against its signature before any station is", async () => {
    const before = stored();
    const bytes = randomBytes(50_000);
    const { certificate, sign } = await makeSigner("ec");
    const signature = sign(bytes);
    const { id } = await add("3.0.0", bytes, {
      signature: `${signature.slice(0, 20)}\n${signature.slice(20)}`,
      certificate,
    });
    expect(await desk.firmware.byId({ id })).toMatchObject({
      isSigned: true,
      signer: { subject: expect.stringContaining("CN=Maker") },
    });
    const wrong = (await makeSigner("ec")).sign(bytes);
    await expect(add("3.0.1", bytes, { signature: wrong, certificate })).rejects.toThrow(/not one of this file/);
    await expect(
      desk.firmware.add({ vendor: "A", model: "B", version: "1", location: "https://x.example/f", signature: wrong }),
    ).rejects.toThrow(/needs the certificate/);
    expect(stored().length).toBe(before.length + 1);
  });
});

describe("an image of the library", () => {
  it("says how many stations run it, and who was given its address", async () => {
    const { id } = await add("4.0.0", randomBytes(1_000));
    const runs = { vendor: "acme", model: "TWO", firmwareVersion: "4.0.0" };
    const { id: stationId } = await addStation(house, { identity: "RUNS-1", ...runs });
    await addStation(house, { identity: "RUNS-2", ...runs, firmwareVersion: "3.0.0" });
    await house.prisma.firmwareDownload.create({
      data: { imageId: id, stationId, commandId: 1, tokenHash: Buffer.from("x"), expiresAt: new Date(), reached: 250 },
    });
    expect(await desk.firmware.byId({ id })).toMatchObject({ runAt: 1, ofModel: 2 });
    const { rows } = await desk.firmware.list({});
    expect(rows[0]).toMatchObject({ id, runAt: 1 });
    expect((await desk.firmware.downloads({ id })).rows).toMatchObject([
      { station: "RUNS-1", reached: 250, size: 1_000, completedAt: null, firmware: "4.0.0" },
    ]);
  });

  it("is noted about, and removed with its file, unless a campaign goes on with it", async () => {
    const { id } = await add("5.0.0", randomBytes(1_000));
    await desk.firmware.change({ id, notes: "For the lab only." });
    expect(await desk.firmware.byId({ id })).toMatchObject({ notes: "For the lab only." });
    const campaign = await house.prisma.campaign.create({
      data: {
        ...{ name: "Spring", kind: "firmware", work: { kind: "firmware", image: id }, pace: {}, status: "running" },
        ...{ createdAt: new Date(), createdBy: operator.id, expiresAt: new Date(Date.now() + 60_000) },
      },
    });
    await expect(desk.firmware.remove({ id })).rejects.toThrow(/“Spring” goes on with it/);
    await house.prisma.campaign.update({ where: { id: campaign.id }, data: { status: "stopped" } });
    const before = stored();
    await desk.firmware.remove({ id });
    expect(stored().length).toBe(before.length - 1);
    await expect(desk.firmware.byId({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(desk.firmware.remove({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
