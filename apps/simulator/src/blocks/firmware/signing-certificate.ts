import { X509Certificate } from "node:crypto";

/** Why a certificate cannot have signed a firmware; undefined when nothing speaks against it. */
export function faultOfSigningCertificate(pem: string, now: number): "unreadable" | "expired" | undefined {
  try {
    const { validFrom, validTo } = new X509Certificate(pem);
    return now < Date.parse(validFrom) || now > Date.parse(validTo) ? "expired" : undefined;
  } catch {
    return "unreadable";
  }
}
