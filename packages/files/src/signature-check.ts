import { constants, createVerify, type KeyObject, X509Certificate } from "node:crypto";

/** Looks whether a signature fits what passes by, piece for piece. */
export interface SignatureCheck {
  update(bytes: Uint8Array): void;
  fits(): boolean;
}

/**
 * As firmware is signed in OCPP: over the whole file with SHA-256, by ECDSA or RSA-PSS, in base64. RSA with the older
 * padding is taken too, for it is what tools do unasked. Throws where the certificate cannot be read.
 */
export function checkSignature({ signature, certificate }: { signature: string; certificate: string }): SignatureCheck {
  const { publicKey } = new X509Certificate(certificate);
  const bytes = Buffer.from(signature, "base64");
  const checks = waysFor(publicKey).map((way) => ({ way, verify: createVerify("sha256") }));
  return {
    update(piece) {
      for (const { verify } of checks) verify.update(piece);
    },
    fits: () => checks.map(({ way, verify }) => verify.verify({ key: publicKey, ...way }, bytes)).some((fits) => fits),
  };
}

const waysFor = ({ asymmetricKeyType }: KeyObject) =>
  asymmetricKeyType === "rsa" || asymmetricKeyType === "rsa-pss"
    ? [
        { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO },
        ...(asymmetricKeyType === "rsa" ? [{ padding: constants.RSA_PKCS1_PADDING }] : []),
      ]
    : [{ dsaEncoding: "der" as const }];
