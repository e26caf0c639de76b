import { describe, expect, it } from "vitest";
import { dialects } from "./dialects";
import type { Version } from "./version";

const now = new Date("2026-05-01T10:00:00Z");

const adapterOf = (version: Version, action: string) => {
  const adapter = dialects[version].inbound(action);
  if (!adapter) throw new Error(`no adapter for ${action}`);
  return adapter;
};
const reported = (version: Version, action: string, request: object) =>
  adapterOf(version, action).toReport(request, { receivedAt: now, note: () => {} });
const answered = (version: Version, action: string, request: object = {}) =>
  adapterOf(version, action).toAnswer({ type: "acknowledged" }, { now }, request);

describe("what cannot be had here is refused in the message's own words, and with a reason where it has room", () => {
  const because = (additionalInfo: string) => ({ reasonCode: "UnsupportedRequest", additionalInfo });
  const hash = { hashAlgorithm: "SHA256", issuerNameHash: "a1", issuerKeyHash: "b2", serialNumber: "c3" };

  it.each<[Version, string, object, object]>([
    ["1.6", "SignCertificate", {}, { status: "Rejected" }],
    ["2.1", "SignCertificate", {}, { status: "Rejected", statusInfo: because("no certificate authority is set up") }],
    [
      "2.1",
      "Get15118EVCertificate",
      {},
      { status: "Failed", statusInfo: because("no contract certificate pool is set up"), exiResponse: "" },
    ],
    [
      "2.0.1",
      "GetCertificateStatus",
      {},
      { status: "Failed", statusInfo: because("the status of certificates cannot be checked here") },
    ],
    [
      "2.1",
      "GetCertificateChainStatus",
      { certificateStatusRequests: [{ certificateHashData: hash, source: "OCSP", urls: ["http://ocsp.invalid"] }] },
      {
        certificateStatus: [
          { certificateHashData: hash, source: "OCSP", status: "Failed", nextUpdate: "2026-05-01T10:00:00.000Z" },
        ],
      },
    ],
    [
      "2.1",
      "PullDynamicScheduleUpdate",
      {},
      { status: "Rejected", statusInfo: because("no dynamic profile of this number was set") },
    ],
  ])("%s %s", (version, action, request, answer) => {
    expect(answered(version, action, request)).toEqual(answer);
  });

  it("a car's needs are met by no plan, which since 2.1 must not be said with the word that ends its session", () => {
    expect(answered("2.0.1", "NotifyEVChargingNeeds")).toMatchObject({ status: "Rejected" });
    expect(answered("2.1", "NotifyEVChargingNeeds")).toMatchObject({ status: "NoChargingProfile" });
  });
});

describe("how far a station is", () => {
  it.each<[Version, string, string, string, string]>([
    ["1.6", "DiagnosticsStatusNotification", "Uploading", "log", "going-on"],
    ["1.6", "DiagnosticsStatusNotification", "UploadFailed", "log", "failed"],
    ["1.6", "LogStatusNotification", "Uploaded", "log", "done"],
    ["2.1", "LogStatusNotification", "AcceptedCanceled", "log", "failed"],
    ["1.6", "FirmwareStatusNotification", "Installed", "firmware", "done"],
    ["1.6", "SignedFirmwareStatusNotification", "InvalidSignature", "firmware", "failed"],
    ["2.0.1", "FirmwareStatusNotification", "Idle", "firmware", "idle"],
    ["2.0.1", "PublishFirmwareStatusNotification", "Published", "publication", "done"],
    ["2.0.1", "PublishFirmwareStatusNotification", "InvalidChecksum", "publication", "failed"],
  ])("%s %s %s", (version, action, status, of, state) => {
    expect(reported(version, action, { status, requestId: 5 })).toEqual({
      type: "progress",
      of,
      requestId: 5,
      state,
      word: status,
    });
  });

  it("2.1 BatterySwap", () => {
    const idToken = { idToken: "A", type: "Central" };
    const swap = (eventType: string) =>
      reported("2.1", "BatterySwap", { eventType, requestId: 5, batteryData: [], idToken });
    expect(swap("BatteryIn")).toMatchObject({ type: "progress", of: "battery-swap", requestId: 5, state: "going-on" });
    expect(swap("BatteryOut")).toMatchObject({ state: "done" });
    expect(swap("BatteryOutTimeout")).toMatchObject({ state: "failed" });
  });
});

describe("a part of what we asked for", () => {
  it.each<[Version, string, string]>([
    ["2.0.1", "NotifyMonitoringReport", "monitors"],
    ["2.0.1", "NotifyCustomerInformation", "customer-information"],
  ])("of %s %s is the last one unless it says otherwise", (version, action, of) => {
    expect(reported(version, action, { requestId: 5, tbc: true })).toMatchObject({
      type: "part",
      of,
      part: { requestId: 5, last: false },
    });
    expect(reported(version, action, { requestId: 5, seqNo: 1, data: "" })).toMatchObject({
      type: "part",
      of,
      part: { requestId: 5, sequence: 1, last: true },
    });
  });
});

it.each([
  [undefined, "certificate-request"],
  ["ChargingStationCertificate", "certificate-request"],
  ["V2GCertificate", "vehicle-certificate-request"],
  ["V2G20Certificate", "vehicle-certificate-request"],
])("a request for a certificate for %s can be told from others", (certificateType, message) => {
  expect(reported("2.1", "SignCertificate", { csr: "", certificateType })).toEqual({ type: "asked", message });
});

it("a stream is accepted, because what it carries is kept", () => {
  expect(answered("2.1", "OpenPeriodicEventStream")).toEqual({ status: "Accepted" });
  const data = [
    { t: 0, v: "1" },
    { t: 2.5, v: "2" },
  ];
  const bundle = { id: 4, pending: 9, basetime: "2026-11-23T12:00:00Z", data };
  expect(reported("2.1", "NotifyPeriodicEventStream", bundle)).toEqual({
    type: "stream-data",
    stream: 4,
    pending: 9,
    samples: [
      { at: new Date("2026-11-23T12:00:00Z"), value: "1" },
      { at: new Date("2026-11-23T12:00:02.500Z"), value: "2" },
    ],
  });
});
