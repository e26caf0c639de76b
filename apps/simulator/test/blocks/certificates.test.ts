import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashDataOf } from "../../src/blocks/certificates/hash-data";
import type { Version } from "../../src/dialects/dialect";
import { useDefault } from "../plain-csms";
import { versions } from "../stations";
import { certificate, readRequest } from "./test-certificates";
import { malformed, withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor, heard } = withBlocks();

const rootName = (version: Version) => (version === "1.6" ? "CentralSystemRootCertificate" : "CSMSRootCertificate");
const hashOf = (pem: string) => {
  const root = new X509Certificate(pem);
  return hashDataOf(root, root);
};

describe.each(versions)("certificates of %s", (version) => {
  const old = version === "1.6";
  const install = async (pem: string, certificateType = rootName(version)) =>
    (await ask("InstallCertificate", { certificateType, certificate: pem })).status;
  const installed = async (type = rootName(version)) => {
    const answer = await ask("GetInstalledCertificateIds", { certificateType: old ? type : [type] });
    return old ? answer.certificateHashData : answer.certificateHashDataChain;
  };
  const remove = async (certificateHashData: object) =>
    (await ask("DeleteCertificate", { certificateHashData })).status;
  const trigger = async () =>
    old
      ? (await ask("ExtendedTriggerMessage", { requestedMessage: "SignChargePointCertificate" })).status
      : (await ask("TriggerMessage", { requestedMessage: "SignChargingStationCertificate" })).status;
  /** The station's request, and a certificate for it. */
  const sign = async () => {
    csms().answers = (action) => (action === "SignCertificate" ? { status: "Accepted" } : useDefault);
    expect(await trigger()).toBe("Accepted");
    const [asked] = await heard("SignCertificate");
    const request = await readRequest(String(asked?.csr));
    const issuer = await certificate({ name: "CN=Issuer" });
    const { pem } = await certificate({ name: "CN=SN-CS-1", issuer, publicKey: request.publicKey });
    return { asked, request, issuer, pem };
  };

  it("are installed, named by their real hashes, and deleted by them", async () => {
    await station({ version }).connect();
    const [one, other] = [await certificate({ name: "CN=One" }), await certificate({ name: "CN=Other" })];
    expect(await installed()).toBeUndefined();
    expect(await install(one.pem)).toBe("Accepted");
    expect(await install(one.pem)).toBe("Accepted");
    expect(await install(other.pem, "ManufacturerRootCertificate")).toBe("Accepted");
    const named = old
      ? [hashOf(one.pem)]
      : [{ certificateType: "CSMSRootCertificate", certificateHashData: hashOf(one.pem) }];
    expect(await installed()).toEqual(named);

    const { serialNumber, ...hashes } = hashOf(one.pem);
    expect(await remove({ ...hashes, serialNumber: `${serialNumber}1` })).toBe("NotFound");
    expect(await remove({ ...hashes, serialNumber: `0${serialNumber.toLowerCase()}` })).toBe("Accepted");
    expect(await installed()).toBeUndefined();
    expect(await installed("ManufacturerRootCertificate")).toHaveLength(1);
  });

  it("that are none, or out of date, or too many are not installed", async () => {
    await station({ version }).connect();
    expect(await install("not a certificate")).toBe("Rejected");
    expect(await install((await certificate({ expired: true })).pem)).toBe("Rejected");
    for (let count = 0; count < 10; count += 1) {
      expect(await install((await certificate({ name: `CN=Root ${count}` })).pem)).toBe("Accepted");
    }
    expect(await install((await certificate()).pem)).toBe("Failed");
    expect(await codeFor("InstallCertificate", { certificate: 7 })).toBe(malformed[version]);
  });

  it("of its own are asked for with a real request, and taken if they fit its key", async () => {
    await station({ version, settings: {} }).connect();
    const { asked, pem, request } = await sign();
    expect(request.genuine).toBe(true);
    expect(request.subject).toBe("CN=SN-CS-1, O=Chargehand Demo Network");
    if (!old) expect(asked).toMatchObject({ certificateType: "ChargingStationCertificate" });
    expect(asked?.requestId).toBe(version === "2.1" ? 1 : undefined);

    const strange = await certificate({ name: "CN=SN-CS-1" });
    expect((await ask("CertificateSigned", { certificateChain: strange.pem })).status).toBe("Rejected");
    expect(await heard("SecurityEventNotification")).toMatchObject([
      { type: old ? "InvalidChargePointCertificate" : "InvalidChargingStationCertificate" },
    ]);
    expect((await ask("CertificateSigned", { certificateChain: pem })).status).toBe("Accepted");
    expect((await ask("CertificateSigned", { certificateChain: pem })).status).toBe("Rejected");
  });

  it("of its own cannot be deleted", async () => {
    await station({ version }).connect();
    const { issuer, pem } = await sign();
    await ask("CertificateSigned", { certificateChain: `${pem}\n${issuer.pem}` });
    const hashes = hashDataOf(new X509Certificate(pem), new X509Certificate(issuer.pem));
    expect(await remove(hashes)).toBe("Failed");
  });

  it("are not expected any more once the CSMS refused to have them signed", async () => {
    await station({ version }).connect();
    csms().answers = (action) => (action === "SignCertificate" ? { status: "Rejected" } : useDefault);
    await trigger();
    const [asked] = await heard("SignCertificate");
    const { publicKey } = await readRequest(String(asked?.csr));
    const { pem } = await certificate({ publicKey });
    expect((await ask("CertificateSigned", { certificateChain: pem })).status).toBe("Rejected");
  });
});

describe.each(["2.0.1", "2.1"] as const)("certificates for cars in %s", (version) => {
  it("are asked for, kept as a chain, and listed with what follows in it", async () => {
    await station({ version }).connect();
    csms().answers = (action) => (action === "SignCertificate" ? { status: "Accepted" } : useDefault);
    await ask("TriggerMessage", { requestedMessage: "SignV2GCertificate" });
    const [asked] = await heard("SignCertificate");
    expect(asked).toMatchObject({ certificateType: "V2GCertificate" });
    const { publicKey } = await readRequest(String(asked?.csr));
    const issuer = await certificate({ name: "CN=V2G sub CA" });
    const { pem } = await certificate({ name: "CN=SECC", issuer, publicKey });
    const signed = { certificateChain: `${pem}\n${issuer.pem}`, certificateType: "V2GCertificate" };
    expect((await ask("CertificateSigned", signed)).status).toBe("Accepted");
    const certificateHashData = hashDataOf(new X509Certificate(pem), new X509Certificate(issuer.pem));
    expect(await ask("GetInstalledCertificateIds", { certificateType: ["V2GCertificateChain"] })).toEqual({
      status: "Accepted",
      certificateHashDataChain: [
        {
          certificateType: "V2GCertificateChain",
          certificateHashData,
          childCertificateHashData: [hashOf(issuer.pem)],
        },
      ],
    });
    expect((await ask("DeleteCertificate", { certificateHashData })).status).toBe("Accepted");
  });

  it("may be asked for together with the station's own", async () => {
    await station({ version }).connect();
    csms().answers = (action) => (action === "SignCertificate" ? { status: "Accepted" } : useDefault);
    await ask("TriggerMessage", { requestedMessage: "SignCombinedCertificate" });
    const [asked] = await heard("SignCertificate");
    expect(asked).not.toHaveProperty("certificateType");
    const { publicKey } = await readRequest(String(asked?.csr));
    const { pem } = await certificate({ publicKey });
    expect((await ask("CertificateSigned", { certificateChain: pem })).status).toBe("Accepted");
    expect(await ask("GetInstalledCertificateIds", {})).toMatchObject({
      certificateHashDataChain: [{ certificateType: "V2GCertificateChain" }],
    });
  });
});

it("1.6 keeps the two kinds of trigger apart", async () => {
  await station({ version: "1.6" }).connect();
  const code = (kind: string, requestedMessage: string) => codeFor(kind, { requestedMessage });
  expect(await code("TriggerMessage", "SignChargePointCertificate")).toBe("FormationViolation");
  expect(await code("ExtendedTriggerMessage", "DiagnosticsStatusNotification")).toBe("FormationViolation");
});
