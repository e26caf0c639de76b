import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSigner, type Signer } from "@chargehand/files/signer";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { versions } from "./harness";
import { type MaintenanceHouse, startMaintenanceHouse } from "./maintenance-house";

let folder: string;
let house: MaintenanceHouse;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "chargehand-firmware-"));
  mkdirSync(join(folder, "firmware"));
  house = await startMaintenanceHouse({ DATA_DIR: folder });
});
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest();

/** An image as the console leaves it in the library. */
async function image(
  version: string,
  bytes: Buffer,
  { at = house, into = folder, signer }: { at?: MaintenanceHouse; into?: string; signer?: Signer } = {},
): Promise<number> {
  const storedAs = `image-${version}`;
  writeFileSync(join(into, "firmware", storedAs), bytes);
  const { id } = await at.gateway.row<{ id: number }>(
    `INSERT INTO firmware_image (vendor, model, version, file_name, stored_as, size, sha256, md5, signature, certificate,
       added_at, added_by) VALUES ('Acme', 'Two', $1, $2, $3, $4, $5, $6, $7, $8, now(), 'test') RETURNING id`,
    ...[version, `acme two-${version}.bin`, storedAs, bytes.length, sha256(bytes), md5(bytes)],
    ...[signer?.sign(bytes) ?? null, signer?.certificate ?? null],
  );
  return id;
}

interface Row {
  reached: string;
  begun_at: Date | null;
  completed_at: Date | null;
}

const rowOf = async (command: number) => {
  const [row] = await house.gateway.rows<Row>("SELECT * FROM firmware_download WHERE command_id = $1", command);
  if (!row) throw new Error(`command ${command} led to no download`);
  return row;
};

/** A station that is told to update itself, and the address that it is told. */
async function told(identity: string, number: number, at = house) {
  const station = await at.gateway.boot(identity, "2.1");
  const retrieveAt = new Date().toISOString();
  const command = await at.give(identity, { type: "update-firmware", image: number, retrieveAt });
  const [, id, , payload] = JSON.parse(await station.next({ fits: (text) => text.startsWith("[2,") }));
  station.send(JSON.stringify([3, id, { status: "Accepted" }]));
  const url: string = payload.firmware.location;
  return { station, command, url, payload };
}

const served = async (identity: string, at = house) =>
  (await at.gateway.events(identity)).filter(({ type }) => type === "firmware.served");

describe.each(versions)("an image of the library, at a station of %s", (version) => {
  it("is told with an address of its own and the version that is to boot", async () => {
    const identity = `TOLD-${version}`;
    const bytes = randomBytes(10_000);
    const number = await image(`7.${versions.indexOf(version)}.0`, bytes);
    await house.gateway.boot(identity, version);
    const command = await house.give(identity, {
      type: "update-firmware",
      image: number,
      retrieveAt: new Date().toISOString(),
    });
    await waitFor(async () => (await house.fate(command)).action !== null, { what: "it to be told" });
    const sent = JSON.stringify((await house.fate(command)).payload);
    const url = /http:[^"]*/.exec(sent)?.[0] ?? "";
    expect(url).toMatch(/\/firmware\/[\w-]{43}\/acme%20two-7\.\d\.0\.bin$/);
    const got = await fetch(url);
    expect([got.status, Buffer.from(await got.arrayBuffer()).equals(bytes)]).toEqual([200, true]);
  });
});

/** Firmware that says of itself what it is. */
const firmware = (version: string) =>
  Buffer.concat([Buffer.from(`firmware-version: ${version}\n`), randomBytes(300_000)]);

describe.each(versions)("an update from the library, at a station of %s", (version) => {
  const number = versions.indexOf(version);
  const retrieveAt = new Date(0).toISOString();

  it("is fetched from us, checked by its signature, and proven by the boot", async () => {
    const signer = await makeSigner(version === "1.6" ? "rsa-pss" : "ec");
    const fresh = await image(`8.${number}.0`, firmware(`8.${number}.0`), { signer });
    const names = [`CHAIN-A-${version}`, `CHAIN-B-${version}`];
    for (const name of names) await house.station(name, { version, firmware: "1.0.0" });
    const commands = await Promise.all(
      names.map((name) => house.give(name, { type: "update-firmware", image: fresh, retrieveAt })),
    );
    for (const [index, command] of commands.entries()) {
      await house.becomes(command, { proof: "confirmed", evidence: `booted with firmware 8.${number}.0` });
      expect(await rowOf(command)).toMatchObject({ reached: "300024", completed_at: expect.any(Date) });
      await house.holds(names[index] ?? "", "work", ([work]) =>
        expect(work).toMatchObject({
          steps: expect.arrayContaining(
            ["Downloading", "Downloaded", "SignatureVerified", "Installed"].map((word) =>
              expect.objectContaining({ word }),
            ),
          ),
        }),
      );
    }
  });

  it("is not proven by a file that is not the version it says", async () => {
    const wrong = await image(`8.${number}.1`, firmware("6.6.6"));
    const identity = `WRONG-${version}`;
    await house.station(identity, { version, firmware: "1.0.0" });
    const command = await house.give(identity, { type: "update-firmware", image: wrong, retrieveAt });
    await house.becomes(command, {
      proof: "unproven",
      evidence: expect.stringMatching(/says that it is installed, but booted with firmware 6\.6\.6/),
    });
  });
});

it("an update of which nobody knows whether it was heard is proven by its version alone, too", async () => {
  const number = await image("8.9.0", firmware("8.9.0"));
  const identity = "DOUBT-1";
  const first = await house.gateway.boot(identity, "2.1");
  const command = await house.give(identity, {
    type: "update-firmware",
    image: number,
    retrieveAt: new Date().toISOString(),
  });
  await first.next({ fits: (text) => text.startsWith("[2,") });
  first.close();
  await house.becomes(command, { delivery: "in-doubt" });
  const again = await house.gateway.connect(identity, "2.1");
  const chargingStation = { vendorName: "Acme", model: "Two", firmwareVersion: "1.0.0" };
  await again.call("BootNotification", { reason: "FirmwareUpdate", chargingStation });
  await again.call("FirmwareStatusNotification", { status: "Installed", requestId: command });
  await house.becomes(command, { proof: "unproven", evidence: expect.stringMatching(/booted with firmware 1\.0\.0/) });
});

describe("the address of an image", () => {
  it("gives the whole, a part, or the rest of the same file, as often as it is asked", async () => {
    const bytes = randomBytes(200_000);
    const { url, command } = await told("RANGE-1", await image("1.0.0", bytes));
    const head = await fetch(url, { method: "HEAD" });
    const etag = `"${sha256(bytes).toString("hex")}"`;
    expect(Object.fromEntries(head.headers)).toMatchObject({
      "content-length": "200000",
      "accept-ranges": "bytes",
      etag,
    });
    expect(await rowOf(command)).toMatchObject({ begun_at: null });

    const first = await fetch(url, { headers: { range: "bytes=0-99999" } });
    expect([first.status, first.headers.get("content-range")]).toEqual([206, "bytes 0-99999/200000"]);
    const rest = await fetch(url, { headers: { range: "bytes=100000-", "if-range": etag } });
    const both = [Buffer.from(await first.arrayBuffer()), Buffer.from(await rest.arrayBuffer())];
    expect(Buffer.concat(both).equals(bytes)).toBe(true);
    const other = await fetch(url, { headers: { range: "bytes=100000-", "if-range": '"of-another"' } });
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, 200_000]);
    const beyond = await fetch(url, { headers: { range: "bytes=200000-" } });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */200000"]);
    expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("is found by its token only, is for fetching only, and ends", async () => {
    const { url, command } = await told("OVER-1", await image("1.0.1", randomBytes(10)));
    expect((await fetch(url.replace(/firmware\/.{5}/, "firmware/AAAAA"))).status).toBe(404);
    expect((await fetch(url.replace("/firmware/", "/files/"))).status).toBe(405);
    expect((await fetch(new URL("/firmware/..%2f..%2fsecrets.json", url))).status).toBe(404);
    expect((await fetch(url, { method: "PUT", body: "x" })).status).toBe(405);
    expect((await fetch(url)).status).toBe(200);
    await house.gateway.rows("UPDATE firmware_download SET expires_at = now() WHERE command_id = $1", command);
    const late = await fetch(url);
    expect([late.status, await late.text()]).toEqual([410, "the time of this address is over\n"]);
  });

  it("is good from when the firmware is to be fetched, for the days that are set", async () => {
    const number = await image("1.0.2", randomBytes(10));
    await house.gateway.boot("LATER-1", "2.1");
    const retrieveAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const command = await house.give("LATER-1", { type: "update-firmware", image: number, retrieveAt });
    const { expires_at } = await house.gateway.row<{ expires_at: Date }>(
      "SELECT expires_at FROM firmware_download WHERE command_id = $1",
      command,
    );
    expect(expires_at.getTime() - Date.parse(retrieveAt)).toBe(7 * 86_400_000);
  });

  it("is none where the image has been taken out of the library meanwhile", async () => {
    const number = await image("1.0.3", randomBytes(10));
    await house.gateway.rows("DELETE FROM firmware_image WHERE id = $1", number);
    await house.gateway.boot("GONE-1", "2.1");
    const retrieveAt = new Date().toISOString();
    const command = await house.give("GONE-1", { type: "update-firmware", image: number, retrieveAt });
    await house.becomes(command, { detail: expect.stringMatching(/not in the library any more/) });
  });

  it("hands out nothing of a file that is not whole on the disk", async () => {
    const number = await image("1.0.4", randomBytes(100));
    const { url } = await told("SHORT-1", number);
    writeFileSync(join(folder, "firmware", "image-1.0.4"), "cut");
    expect((await fetch(url)).status).toBe(503);
  });

  it("takes an image that lies elsewhere as it is, with its signature unless the station is to hear nothing of it", async () => {
    const { id } = await house.gateway.row<{ id: number }>(
      `INSERT INTO firmware_image (vendor, model, version, location, signature, certificate, added_at, added_by)
       VALUES ('Acme', 'Two', 'elsewhere', 'ftp://files.example/9.bin', 'c2ln', 'PEM', now(), 'test') RETURNING id`,
    );
    const { payload } = await told("ELSEWHERE-1", id);
    expect(payload.firmware).toMatchObject({
      location: "ftp://files.example/9.bin",
      signature: "c2ln",
      signingCertificate: "PEM",
    });
    const station = await house.gateway.boot("ELSEWHERE-2", "1.6");
    const retrieveAt = new Date().toISOString();
    await house.give("ELSEWHERE-2", { type: "update-firmware", image: id, unsigned: true, retrieveAt });
    const [, , action, plain] = JSON.parse(await station.next({ fits: (text) => text.startsWith("[2,") }));
    expect([action, plain.location]).toEqual(["UpdateFirmware", "ftp://files.example/9.bin"]);
  });
});

/** Fetches until so many bytes are here, and hangs up. */
const cutAfter = (url: string, bytes: number) =>
  new Promise<number>((resolve, reject) => {
    let got = 0;
    const asked = request(url, (response) => {
      response.on("data", (chunk: Buffer) => {
        got += chunk.length;
        if (got < bytes) return;
        response.destroy();
        resolve(got);
      });
      response.on("error", () => {});
    });
    asked.on("error", reject);
    asked.end();
  });

describe("how far a station has come", () => {
  it("is told when it begins, each tenth at most, and when it has it whole", async () => {
    const bytes = randomBytes(300_000);
    const number = await image("2.0.0", bytes);
    const { url, command } = await told("FAR-1", number);
    await (await fetch(url)).arrayBuffer();
    await waitFor(async () => (await served("FAR-1")).some(({ state }) => state === "whole"), {
      what: "it to be told",
    });
    const events = await served("FAR-1");
    expect(events.length).toBeLessThanOrEqual(12);
    expect(events.at(-1)).toEqual({
      ...{ type: "firmware.served", image: number, command },
      ...{ state: "whole", reached: 300_000, size: 300_000 },
    });
    expect(await rowOf(command)).toMatchObject({ reached: "300000", completed_at: expect.any(Date) });
  });

  it("outlives a line that breaks, and goes on from there", async () => {
    // More than sockets hold between us, so that what is cut is cut.
    const bytes = randomBytes(40_000_000);
    const { url, command } = await told("CUT-1", await image("2.0.1", bytes));
    const got = await cutAfter(url, 1_000_000);
    await waitFor(async () => (await served("CUT-1")).some(({ state }) => state === "broken-off"), {
      what: "it to be told",
    });
    const { reached, completed_at } = await rowOf(command);
    expect([Number(reached) < bytes.length, completed_at]).toEqual([true, null]);
    const rest = await fetch(url, { headers: { range: "bytes=39999000-" } });
    expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(-1000))).toBe(true);
    expect(got).toBeLessThan(bytes.length);
    await waitFor(async () => (await rowOf(command)).completed_at !== null, { what: "it to be whole" });
  });

  it("is not told by a look at its end", async () => {
    const { url, command } = await told("LOOK-1", await image("2.0.2", randomBytes(50_000)));
    await (await fetch(url, { headers: { range: "bytes=-100" } })).arrayBuffer();
    await waitFor(async () => (await rowOf(command)).begun_at !== null, { what: "it to have begun" });
    expect(await rowOf(command)).toMatchObject({ reached: "0", completed_at: null });
  });
});

describe("a pace that is set", () => {
  it("holds one station back and not another, and all of them together", async () => {
    const into = mkdtempSync(join(tmpdir(), "chargehand-paced-"));
    mkdirSync(join(into, "firmware"));
    const env = { DATA_DIR: into, FIRMWARE_STATION_KIB_PER_SECOND: "100", FIRMWARE_KIB_PER_SECOND: "1000" };
    const at = await startMaintenanceHouse(env);
    try {
      const small = await image("3.0.0", randomBytes(60_000), { at, into });
      const large = await image("3.0.1", randomBytes(120_000), { at, into });
      const [one, two] = [await told("SLOW-1", large, at), await told("QUICK-1", small, at)];
      const order: string[] = [];
      const fetchAll = async (name: string, url: string) => {
        await (await fetch(url)).arrayBuffer();
        order.push(name);
      };
      const began = performance.now();
      // The same station twice: what it fetches at once shares its pace, and takes twice as long.
      await Promise.all([fetchAll("large", one.url), fetchAll("large again", one.url), fetchAll("small", two.url)]);
      expect(order[0]).toBe("small");
      // 240,000 bytes at 100 KiB a second, a quarter of a second of it saved up: never less, however slow this machine is.
      expect(performance.now() - began).toBeGreaterThan(240_000 / 102.4 - 300);
    } finally {
      await at.stop();
      rmSync(into, { recursive: true, force: true });
    }
  });
});

describe.each(["2.0.1", "2.1"] as const)("a local controller of %s", (version) => {
  it("fetches firmware of the library, holds it ready once its checksum fits, and is told when no longer", async () => {
    const bytes = randomBytes(20_000);
    const number = await image(`9.${versions.indexOf(version)}.0`, bytes);
    const identity = `CONTROLLER-${version}`;
    await house.station(identity, { version });
    const publication = await house.give(identity, { type: "publish-firmware", image: number });
    await house.becomes(publication, { proof: "confirmed" });
    expect(await rowOf(publication)).toMatchObject({ reached: "20000" });

    const checksum = md5(bytes).toString("hex");
    await house.becomes(await house.give(identity, { type: "unpublish-firmware", checksum }), {
      answer: "accepted",
      proof: "confirmed",
    });
  });

  it("is not believed that it holds what has another checksum", async () => {
    const number = await image(`9.${versions.indexOf(version)}.1`, randomBytes(1_000));
    const identity = `DECEIVED-${version}`;
    await house.station(identity, { version });
    const command = await house.give(identity, { type: "publish-firmware", image: number, checksum: "0".repeat(32) });
    await house.becomes(command, { proof: "unproven" });
  });
});
