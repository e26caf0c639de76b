import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { makeSigner, type Signer } from "@chargehand/files/signer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Version } from "../../src/dialects/dialect";
import type { StationOptions } from "../../src/station-options";
import { versions } from "../stations";
import { withBlocks } from "./with-blocks";

const { csms, station, ask } = withBlocks();

const image = Buffer.concat([Buffer.from("firmware-version: 3.1.4\n"), Buffer.alloc(300_000, "firmware ")]);

let place: string;
let server: Server;
let signer: Signer;
/** What was asked for, as ranges; and how many requests are still to be cut in the middle. */
let asked: (string | undefined)[];
let cuts: number;
beforeAll(async () => {
  signer = await makeSigner("ec");
  server = createServer((request, response) => {
    asked.push(request.headers.range);
    if (!request.url?.startsWith("/image")) return void response.writeHead(404).end();
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const rest = image.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, { etag: '"image"', "content-length": String(rest.length) });
    if (cuts-- > 0) response.write(rest.subarray(0, 100_000), () => response.destroy());
    else response.end(rest);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  place = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  cuts = 0;
});

const quick: Partial<StationOptions> = { stepMs: 5, rebootMs: 20 };

/** Tells the newest station to update itself, signed where there is something to sign with. */
function update(version: Version, location: string, { signature = "", retries = 0 } = {}) {
  const due = new Date(0).toISOString();
  if (version === "1.6" && !signature) return ask("UpdateFirmware", { location, retrieveDate: due, retries });
  const signed = signature && { signature, signingCertificate: signer.certificate };
  const firmware = { location, retrieveDateTime: due, ...(signed || {}) };
  return ask(version === "1.6" ? "SignedUpdateFirmware" : "UpdateFirmware", { requestId: 5, firmware, retries });
}

const told = () =>
  [...csms().calls("FirmwareStatusNotification"), ...csms().calls("SignedFirmwareStatusNotification")].map(
    ({ status }) => status,
  );
const boots = () =>
  csms()
    .calls("BootNotification")
    .map((boot) => /"firmwareVersion":"([^"]*)"/.exec(JSON.stringify(boot))?.[1]);

describe.each(versions)("a file of the web, at a station of %s", (version) => {
  it("is fetched, and what it says of itself is what boots", async () => {
    await station({ version, ...quick }).connect();
    await update(version, `${place}/image-9.9.9.bin`);
    await expect.poll(told).toContain("Installed");
    expect(boots().at(-1)).toBe("3.1.4");
    expect(asked).toEqual([undefined]);
  });

  it("is fetched on from where it broke off, and its signature is that of the whole", async () => {
    await station({ version, ...quick }).connect();
    cuts = 2;
    await update(version, `${place}/image.bin`, { signature: signer.sign(image), retries: 2 });
    await expect.poll(told).toContain("Installed");
    expect(told()).toContain("SignatureVerified");
    const [first, ...others] = asked;
    expect(first).toBeUndefined();
    expect(others).toHaveLength(2);
    expect(others.every((range) => /^bytes=[1-9]\d*-$/.test(range ?? ""))).toBe(true);
  });

  it("with the signature of another file is not installed", async () => {
    await station({ version, ...quick }).connect();
    await update(version, `${place}/image.bin`, { signature: signer.sign(Buffer.from("another")) });
    await expect.poll(told).toContain("InvalidSignature");
    expect(boots()).toHaveLength(1);
  });

  it("that is not there fails, after as many tries as it was told", async () => {
    await station({ version, ...quick }).connect();
    await update(version, `${place}/nothing`, { retries: 1 });
    await expect.poll(told).toContain("DownloadFailed");
    expect(asked).toHaveLength(2);
  });
});

describe.each(versions)("to order, an update of a station of %s", (version) => {
  it("breaks off while it is fetched", async () => {
    await station({ version, ...quick, faults: { firmware: "download-failed" } }).connect();
    await update(version, `${place}/image.bin`);
    await expect.poll(told).toContain("DownloadFailed");
    expect(asked).toHaveLength(1);
  });

  it("is said to be installed, and the old version boots", async () => {
    await station({ version, ...quick, firmware: "1.0.0", faults: { firmware: "boots-old" } }).connect();
    await update(version, `${place}/image.bin`);
    await expect.poll(told).toContain("Installed");
    expect(boots()).toEqual(["1.0.0", "1.0.0"]);
  });

  it("ends with a station that never comes back, until somebody goes there", async () => {
    const virtual = station({ version, ...quick, firmware: "1.0.0", faults: { firmware: "never-returns" } });
    await virtual.connect();
    await update(version, `${place}/image.bin`);
    await expect.poll(() => virtual.online).toBe(false);
    virtual.order({ firmware: undefined });
    await virtual.reboot();
    // The one in between, which it did not make, is missing.
    expect(boots()).toEqual(["1.0.0", "3.1.4"]);
  });

  it("ends with a station that runs it and cannot charge", async () => {
    const virtual = station({ version, ...quick, faults: { firmware: "cannot-charge" } });
    await virtual.connect();
    await update(version, `${place}/image.bin`);
    await expect.poll(told).toContain("Installed");
    expect(boots().at(-1)).toBe("3.1.4");
    const conditions = () => virtual.charger.evses.flatMap(({ connectors }) => connectors.map(({ fault }) => fault));
    await expect.poll(conditions).toEqual(["InternalError", "InternalError"]);
  });
});

describe.each(["2.0.1", "2.1"] as const)("a station of %s that publishes for others", (version) => {
  it.each([
    [createHash("md5").update(image).digest("hex").toUpperCase(), "Published"],
    ["0".repeat(32), "InvalidChecksum"],
  ])("looks whether the file has the checksum %s: %s", async (checksum, end) => {
    await station({ version, ...quick }).connect();
    await ask("PublishFirmware", { location: `${place}/image.bin`, checksum, requestId: 9 });
    await expect
      .poll(() => csms().calls("PublishFirmwareStatusNotification").at(-1))
      .toMatchObject({ status: end, requestId: 9 });
  });
});
