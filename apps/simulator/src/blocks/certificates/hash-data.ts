import { createHash, type X509Certificate } from "node:crypto";
import { issuerNameIn, keyBitsIn } from "./der";

export type HashAlgorithm = "SHA256" | "SHA384" | "SHA512";

/** What names a certificate between station and CSMS. A type, not an interface: it goes out as JSON. */
export type HashData = {
  hashAlgorithm: HashAlgorithm;
  issuerNameHash: string;
  issuerKeyHash: string;
  serialNumber: string;
};

/** The hashes of a certificate that was issued by another, as OCSP takes them; a root was issued by itself. */
export function hashDataOf(
  certificate: X509Certificate,
  issuer: X509Certificate,
  hashAlgorithm: HashAlgorithm = "SHA256",
): HashData {
  const hash = (bytes: Uint8Array): string => createHash(hashAlgorithm.toLowerCase()).update(bytes).digest("hex");
  const issuerKey = issuer.publicKey.export({ type: "spki", format: "der" });
  return {
    hashAlgorithm,
    issuerNameHash: hash(issuerNameIn(certificate.raw)),
    issuerKeyHash: hash(keyBitsIn(issuerKey)),
    serialNumber: withoutZeros(certificate.serialNumber),
  };
}

/** Letters' case and leading zeros make no difference. */
export function isSameHashData(one: HashData, other: HashData): boolean {
  return (
    one.hashAlgorithm === other.hashAlgorithm &&
    one.issuerNameHash.toLowerCase() === other.issuerNameHash.toLowerCase() &&
    one.issuerKeyHash.toLowerCase() === other.issuerKeyHash.toLowerCase() &&
    withoutZeros(one.serialNumber) === withoutZeros(other.serialNumber)
  );
}

function withoutZeros(serialNumber: string): string {
  return serialNumber.toUpperCase().replace(/^0+(?=.)/u, "");
}
