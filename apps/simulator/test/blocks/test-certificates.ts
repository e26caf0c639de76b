import "reflect-metadata";
import type { webcrypto } from "node:crypto";
import { BasicConstraintsExtension, Pkcs10CertificateRequest, X509CertificateGenerator } from "@peculiar/x509";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** A certificate with the keys that belong to it, so that it can issue others. */
export type Made = { pem: string; keys: webcrypto.CryptoKeyPair; name: string };

export type CertificateWish = {
  name?: string;
  /** Hexadecimal. */
  serialNumber?: string;
  /** Itself, when left out. */
  issuer?: Made;
  expired?: boolean;
  /** The key that is to be certified; a new one when left out. */
  publicKey?: webcrypto.CryptoKey;
};

/** Makes a certificate as a test wants it. */
export async function certificate(wish: CertificateWish = {}): Promise<Made> {
  const { expired = false, issuer, name = "CN=Test root, O=Tests", serialNumber = "0a1b2c" } = wish;
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const made = await X509CertificateGenerator.create({
    serialNumber,
    subject: name,
    issuer: issuer?.name ?? name,
    notBefore: new Date("2020-01-01T00:00:00Z"),
    notAfter: new Date(expired ? "2021-01-01T00:00:00Z" : "2099-01-01T00:00:00Z"),
    signingAlgorithm: algorithm,
    publicKey: wish.publicKey ?? keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    extensions: [new BasicConstraintsExtension(issuer === undefined)],
  });
  return { pem: made.toString("pem"), keys, name };
}

/** The request of a station, read. */
export async function readRequest(pem: string) {
  const request = new Pkcs10CertificateRequest(pem);
  return {
    subject: request.subject,
    genuine: await request.verify(),
    publicKey: await request.publicKey.export(algorithm, ["verify"]),
  };
}
