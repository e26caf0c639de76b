/** A request for a certificate, with the public key it is for. */
export type SigningRequest = { pem: string; publicKey: Buffer };

/** Makes a key and asks for a certificate in this name. */
export async function makeSigningRequest(commonName: string, organization: string): Promise<SigningRequest> {
  // Only the station that needs it pays for the library, which wants its polyfill before it.
  await import("reflect-metadata");
  const { Pkcs10CertificateRequestGenerator } = await import("@peculiar/x509");
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: [commonName] }, { O: [organization] }],
    keys,
    signingAlgorithm: algorithm,
  });
  const publicKey = Buffer.from(await crypto.subtle.exportKey("spki", keys.publicKey));
  return { pem: request.toString("pem"), publicKey };
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
