import { X509Certificate } from "node:crypto";

/** The certificates in a text of PEM, in its order; undefined when one of them cannot be read, or there is none. */
export function readChain(pem: string): X509Certificate[] | undefined {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
  try {
    const chain = blocks.map((block) => new X509Certificate(block));
    return chain.length > 0 ? chain : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a certificate's time has begun and is not over. */
export function isInTime({ validFrom, validTo }: X509Certificate, now: number): boolean {
  return now >= Date.parse(validFrom) && now <= Date.parse(validTo);
}
