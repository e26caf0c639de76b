import { X509Certificate } from "node:crypto";
import { expect, it } from "vitest";
import { hashDataOf, isSameHashData } from "./hash-data";

/** Made by OpenSSL, serial number 4095. */
const root = new X509Certificate(`-----BEGIN CERTIFICATE-----
MIIBmjCCAT+gAwIBAgICD/8wCgYIKoZIzj0EAwIwKjEZMBcGA1UECgwQQ2hhcmdl
aGFuZCBUZXN0czENMAsGA1UEAwwEUm9vdDAgFw0yNjExMjMwNTE3MjRaGA8yMTI2
MTAzMDA1MTcyNFowKjEZMBcGA1UECgwQQ2hhcmdlaGFuZCBUZXN0czENMAsGA1UE
AwwEUm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABEB16kC0LvP6DDOOrs8C
g31PlRZNMfC9ef0lPqYMgi3ML2gCpH5Z8IX/sgluKgcpPFP3yFvY6OngCcLcjtpr
wBajUzBRMB0GA1UdDgQWBBTVgau6NSvuG7PJPVrqxEMm+lmb/jAfBgNVHSMEGDAW
gBTVgau6NSvuG7PJPVrqxEMm+lmb/jAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49
BAMCA0kAMEYCIQCFitwUl6rgo8taGXoF4JRY1IiV0KBit/UfQMFZdHj+XAIhAOdP
aJP+AwJkqVgaafAUNJJmrV0y08y5VYFrA9jy2TQA
-----END CERTIFICATE-----`);

/** Issued by that root in the first version of certificates, serial number 0x80A1. */
const leaf = new X509Certificate(`-----BEGIN CERTIFICATE-----
MIIBPzCB5gIDAIChMAoGCCqGSM49BAMCMCoxGTAXBgNVBAoMEENoYXJnZWhhbmQg
VGVzdHMxDTALBgNVBAMMBFJvb3QwIBcNMjYxMTIzMDUxNzI0WhgPMjEyNjEwMzAw
NTE3MjRaMCoxGTAXBgNVBAoMEENoYXJnZWhhbmQgVGVzdHMxDTALBgNVBAMMBExl
YWYwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASYQWYFpX7HjMNVqJhZYDsM753r
9mXzpFWfbWPO5YrfbSGmRcBJ1rhcJXghaJmxJMjHDlqSNxPLtWSg07MBVgghMAoG
CCqGSM49BAMCA0gAMEUCIQCAP8gIaJVHdV+hLk2ofWiQOxLVPcdEMOkmRlRa3XZv
dwIgNN+Fsnn3sWSTRUmQ9OVAKG57BDu4CDF3xb8dscdTO80=
-----END CERTIFICATE-----`);

// What `openssl ocsp -sha256 -issuer root.pem -cert leaf.pem -req_text -no_nonce` says.
const issuerNameHash = "779CE0B1123B2EB6FA7F955E137344795016169343D17A287A620690AF3A9ACC".toLowerCase();
const issuerKeyHash = "EFB3A31A4F47D4401D4B588408BBD3103BE041788087246296268DBA4D99C247".toLowerCase();

it("names a certificate as OpenSSL does", () => {
  expect(hashDataOf(leaf, root)).toEqual({
    hashAlgorithm: "SHA256",
    issuerNameHash,
    issuerKeyHash,
    serialNumber: "80A1",
  });
  expect(hashDataOf(leaf, root, "SHA512").issuerKeyHash).toBe(
    "7935031473dd779810160ce7e9028bf90a36620c36071128c2c43fe718e7ef26e19668dec14da83a9c34876956aa60c371004ffe2ddb90ae3582e74331c57165",
  );
});

it("takes a root for its own issuer, and writes its number without leading zeros", () => {
  expect(hashDataOf(root, root)).toEqual({
    hashAlgorithm: "SHA256",
    issuerNameHash,
    issuerKeyHash,
    serialNumber: "FFF",
  });
});

it("knows a name again in other letters", () => {
  const told = hashDataOf(root, root);
  const written = { ...told, issuerKeyHash: told.issuerKeyHash.toUpperCase(), serialNumber: "0fff" };
  expect(isSameHashData(told, written)).toBe(true);
  expect(isSameHashData(told, { ...told, serialNumber: "FF" })).toBe(false);
  expect(isSameHashData(told, { ...told, hashAlgorithm: "SHA384" })).toBe(false);
});
