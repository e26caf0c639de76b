import { expect, it } from "vitest";
import { checkSignature } from "./signature-check";
import { makeSigner } from "./signer";

it.each(["ec", "rsa-pss", "rsa"] as const)("a signature by %s fits what was signed, and nothing else", async (kind) => {
  const { certificate, sign } = await makeSigner(kind);
  const signature = sign(Buffer.from("firmware 2.0"));
  const fits = (...pieces: string[]) => {
    const check = checkSignature({ signature, certificate });
    for (const piece of pieces) check.update(Buffer.from(piece));
    return check.fits();
  };
  expect(fits("firm", "ware 2.0")).toBe(true);
  expect(fits("firmware 2.1")).toBe(false);
  const other = await makeSigner(kind);
  expect(checkSignature({ signature: "bm9uc2Vuc2U=", certificate: other.certificate }).fits()).toBe(false);
});
