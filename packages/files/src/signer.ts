import "reflect-metadata";
import { constants, KeyObject, sign } from "node:crypto";
import { X509CertificateGenerator } from "@peculiar/x509";

/** Somebody who signs firmware: with a certificate of their own. */
export interface Signer {
  /** PEM */
  certificate: string;
  /** In base64, as stations are told it. */
  sign(bytes: Uint8Array): string;
}

const ec = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const rsa = {
  ...{ name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, hash: "SHA-256" },
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

/** Makes a signer that signs by one of the ways of OCPP, or with the older padding of RSA. */
export async function makeSigner(kind: "ec" | "rsa-pss" | "rsa"): Promise<Signer> {
  const algorithm = kind === "ec" ? ec : rsa;
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const made = await X509CertificateGenerator.create({
    serialNumber: "01",
    subject: "CN=Maker, O=Tests",
    issuer: "CN=Maker, O=Tests",
    notBefore: new Date("2020-01-01T00:00:00Z"),
    notAfter: new Date("2099-01-01T00:00:00Z"),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
  });
  const key = KeyObject.from(keys.privateKey);
  const padding = kind === "rsa-pss" ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : {};
  return {
    certificate: made.toString("pem"),
    sign: (bytes) => sign("sha256", bytes, { key, ...padding }).toString("base64"),
  };
}
