import { describe, expect, it } from "vitest";
import type { Version } from "../../src/dialects/dialect";
import type { StationOptions } from "../../src/station-options";
import { ManualClock } from "../../src/time/manual-clock";
import { versions } from "../stations";
import { certificate } from "./test-certificates";
import { charging, malformed, withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor, heard } = withBlocks();

const noon = Date.UTC(2026, 4, 1, 12);
// Not of the web: fetched by time alone.
const location = "ftp://files.example/firmware-2.7.0.bin?key=1";

type Wish = {
  requestId?: number;
  retrieveAt?: number;
  installAt?: number;
  retries?: number;
  signingCertificate?: string;
};

/** The order to update: signed, where the version lets it be. */
function order(version: Version, { requestId = 5, retrieveAt = 0, installAt, retries, signingCertificate }: Wish = {}) {
  const due = new Date(retrieveAt).toISOString();
  const again = retries === undefined ? {} : { retries, retryInterval: 0 };
  if (version === "1.6" && !signingCertificate) return { location, retrieveDate: due, ...again };
  const firmware = {
    location,
    retrieveDateTime: due,
    ...(installAt !== undefined && { installDateTime: new Date(installAt).toISOString() }),
    ...(signingCertificate && { signingCertificate, signature: "c2lnbmVk" }),
  };
  return { requestId, firmware, ...again };
}

const quick: Partial<StationOptions> = { stepMs: 5 };
const statusesOf = (action: string) =>
  csms()
    .calls(action)
    .map(({ status }) => status);
const plain = "FirmwareStatusNotification";
const signed = (version: Version) => (version === "1.6" ? "SignedFirmwareStatusNotification" : plain);

describe.each(versions)("an update of the firmware in %s", (version) => {
  const old = version === "1.6";

  it("is told step by step, and the station comes back with what was installed", async () => {
    await station({ version, ...quick }).connect();
    const answer = await ask("UpdateFirmware", order(version));
    expect(answer).toEqual(old ? {} : { status: "Accepted" });
    await expect.poll(() => statusesOf(plain)).toContain("Installed");
    expect(statusesOf(plain)).toEqual(
      old
        ? ["Downloading", "Downloaded", "Installing", "Installed"]
        : ["Downloading", "Downloaded", "Installing", "InstallRebooting", "Installed"],
    );
    const boots = csms().calls("BootNotification");
    expect(boots).toHaveLength(2);
    expect(JSON.stringify(boots[1])).toContain('"firmwareVersion":"2.7.0"');
    if (old) return;
    expect(boots[1]).toMatchObject({ reason: "FirmwareUpdate" });
    expect(
      csms()
        .calls(plain)
        .every(({ requestId }) => requestId === 5),
    ).toBe(true);
    expect(await heard("SecurityEventNotification")).toMatchObject([{ type: "FirmwareUpdated" }]);
  });

  it("waits for its hour, on the station's clock", async () => {
    const clock = new ManualClock(noon);
    const virtual = station({ version, clock, stepMs: 1_000 });
    await virtual.connect();
    await ask("UpdateFirmware", order(version, { retrieveAt: noon + 3_600_000 }));
    await virtual.settled();
    clock.advance(3_599_999);
    await virtual.settled();
    expect(statusesOf(plain)).toEqual(old ? [] : ["DownloadScheduled"]);
    clock.advance(1);
    await virtual.settled();
    expect(statusesOf(plain).at(-1)).toBe("Downloading");
    clock.advance(1_000);
    await virtual.settled();
    expect(statusesOf(plain).at(-1)).toMatch(/Downloaded|Installing/u);
  });

  it("is not installed while a car charges", async () => {
    const virtual = await charging(station({ version, ...quick }));
    await ask("UpdateFirmware", order(version));
    await expect.poll(() => statusesOf(plain).at(-1)).toBe(old ? "Downloaded" : "InstallScheduled");
    expect(virtual.transaction(1)).toBeDefined();
    await virtual.unplug(1);
    await expect.poll(() => statusesOf(plain)).toContain("Installed");
  });

  it("lets nobody begin while it is being installed", async () => {
    const clock = new ManualClock(noon);
    const virtual = station({ version, clock, stepMs: 1_000 });
    await virtual.connect();
    await ask("UpdateFirmware", order(version));
    clock.advance(0);
    await virtual.settled();
    clock.advance(1_000);
    await expect.poll(() => statusesOf(plain).at(-1)).toBe("Installing");
    expect(virtual.charger.evses.map(({ connectors }) => connectors[0]?.condition)).toEqual([
      "unavailable",
      "unavailable",
    ]);
    expect(await virtual.presentToken(1, "TAG1")).toBe("refused");
    clock.advance(1_000);
    await expect.poll(() => virtual.online).toBe(false);
    clock.advance(1_000);
    await expect.poll(() => statusesOf(plain).at(-1)).toBe("Installed");
    expect(await virtual.presentToken(1, "TAG1")).toBe("accepted");
  });

  it("tries the download again as often as it was told to, then gives up", async () => {
    await station({ version, ...quick, faults: { firmware: "download-failed" } }).connect();
    await ask("UpdateFirmware", order(version, { retries: 2 }));
    await expect.poll(() => statusesOf(plain)).toContain("DownloadFailed");
    expect(statusesOf(plain)).toEqual(["Downloading", "Downloading", "Downloading", "DownloadFailed"]);
  });

  it("tells when it cannot be installed, and stays what it was", async () => {
    const virtual = station({ version, ...quick, faults: { firmware: "installation-failed" } });
    await virtual.connect();
    await ask("UpdateFirmware", order(version));
    await expect.poll(() => statusesOf(plain).at(-1)).toBe("InstallationFailed");
    expect(csms().calls("BootNotification")).toHaveLength(1);
  });

  it("is checked when it is signed", async () => {
    const { pem } = await certificate();
    const virtual = station({ version, ...quick });
    await virtual.connect();
    const command = old ? "SignedUpdateFirmware" : "UpdateFirmware";
    virtual.order({ firmware: "invalid-signature" });
    expect((await ask(command, order(version, { signingCertificate: pem }))).status).toBe("Accepted");
    await expect.poll(() => statusesOf(signed(version))).toEqual(["Downloading", "Downloaded", "InvalidSignature"]);
    expect(await heard("SecurityEventNotification")).toMatchObject([{ type: "InvalidFirmwareSignature" }]);

    virtual.order({ firmware: undefined });
    await ask(command, order(version, { requestId: 6, signingCertificate: pem }));
    await expect.poll(() => statusesOf(signed(version))).toContain("Installed");
    expect(statusesOf(signed(version)).slice(3)).toEqual([
      "Downloading",
      "Downloaded",
      "SignatureVerified",
      "Installing",
      "InstallRebooting",
      "Installed",
    ]);
    expect(csms().calls(signed(version)).at(-1)).toMatchObject({ requestId: 6 });
    if (old) expect(csms().calls(plain)).toEqual([]);
  });

  it("is refused with a certificate that is none, or out of date", async () => {
    await station({ version, ...quick }).connect();
    const { pem } = await certificate({ expired: true });
    const command = old ? "SignedUpdateFirmware" : "UpdateFirmware";
    for (const signingCertificate of ["nothing", pem]) {
      expect((await ask(command, order(version, { signingCertificate }))).status).toBe("InvalidCertificate");
    }
    expect(await heard("SecurityEventNotification", 2)).toMatchObject([
      { type: "InvalidFirmwareSigningCertificate" },
      { type: "InvalidFirmwareSigningCertificate" },
    ]);
    expect(await codeFor(command, { requestId: "x" })).toBe(malformed[version]);
  });

  it("is told again when asked for, and idle when there is none", async () => {
    const clock = new ManualClock(noon);
    const virtual = station({ version, clock });
    await virtual.connect();
    const trigger = async () => {
      await ask("TriggerMessage", { requestedMessage: plain });
      await virtual.settled();
      return csms().calls(plain).at(-1);
    };
    expect(await trigger()).toEqual({ status: "Idle" });
    await ask("UpdateFirmware", order(version));
    clock.advance(1);
    await virtual.settled();
    expect(await trigger()).toEqual({ status: "Downloading", ...(!old && { requestId: 5 }) });
  });
});

describe.each(["2.0.1", "2.1"] as const)("firmware of %s", (version) => {
  it("gives way to a newer update, until it is being installed", async () => {
    const clock = new ManualClock(noon);
    const virtual = station({ version, clock, stepMs: 1_000 });
    await virtual.connect();
    await ask("UpdateFirmware", order(version, { retrieveAt: noon + 60_000 }));
    expect((await ask("UpdateFirmware", order(version, { requestId: 6 }))).status).toBe("AcceptedCanceled");
    clock.advance(1_000);
    await virtual.settled();
    expect(csms().calls(plain).at(-1)).toMatchObject({ status: "Installing", requestId: 6 });
    expect(await ask("UpdateFirmware", order(version, { requestId: 7 }))).toMatchObject({
      status: "Rejected",
      statusInfo: { reasonCode: "FwUpdateInProgress" },
    });
  });

  it("is published for others until it is taken back", async () => {
    const virtual = station({ version, ...quick });
    await virtual.connect();
    const checksum = "0".repeat(32);
    const publish = { location: "ftp://files.example/others.bin", checksum, requestId: 9 };
    expect((await ask("UnpublishFirmware", { checksum })).status).toBe("NoFirmware");
    expect((await ask("PublishFirmware", publish)).status).toBe("Accepted");
    expect((await ask("UnpublishFirmware", { checksum })).status).toBe("DownloadOngoing");
    expect((await ask("PublishFirmware", { ...publish, requestId: 10 })).status).toBe("Rejected");
    const told = await heard("PublishFirmwareStatusNotification", 4);
    expect(told.map(({ status }) => status)).toEqual(["Downloading", "Downloaded", "ChecksumVerified", "Published"]);
    expect(told.at(-1)).toMatchObject({ requestId: 9, location: [expect.stringContaining("others.bin")] });
    expect((await ask("UnpublishFirmware", { checksum })).status).toBe("Unpublished");

    virtual.order({ firmware: "invalid-signature" });
    await ask("PublishFirmware", publish);
    await expect.poll(() => statusesOf("PublishFirmwareStatusNotification").at(-1)).toBe("InvalidChecksum");
    expect((await ask("UnpublishFirmware", { checksum })).status).toBe("NoFirmware");
    await ask("TriggerMessage", { requestedMessage: "PublishFirmwareStatusNotification" });
    await expect.poll(() => statusesOf("PublishFirmwareStatusNotification").at(-1)).toBe("Idle");
  });
});

it("1.6 tells a signed update again when it is asked in the extended way", async () => {
  const virtual = station({ version: "1.6", ...quick });
  await virtual.connect();
  await ask("ExtendedTriggerMessage", { requestedMessage: plain });
  expect(await heard("SignedFirmwareStatusNotification")).toEqual([{ status: "Idle" }]);
});
