import { X509Certificate } from "node:crypto";
import { z } from "zod";
import { firmwareAddress } from "../commands/schema-maintenance";

/** What a station would say of itself that this is for. */
export const imageKind = z.object({
  vendor: z.string().trim().min(1, "Whose firmware is it?").max(50),
  model: z.string().trim().min(1, "Which model is it for?").max(50),
  version: z.string().trim().min(1, "A station is known to run it by its version.").max(50),
});
export type ImageKind = z.output<typeof imageKind>;

const notes = z.string().trim().max(2_000).optional();

const signing = {
  signature: z
    .string()
    .transform((text) => text.replaceAll(/\s/g, ""))
    .pipe(z.base64("A signature is written in base64.").min(1).max(800))
    .optional(),
  certificate: z.string().trim().max(5_500).refine(isCertificate, "This is no certificate as PEM has it.").optional(),
};

/** What is known of an image when it comes into the library. */
export const newImage = imageKind
  .extend({
    notes,
    ...signing,
    /** Of a file that was uploaded; else the address where it lies. */
    receipt: z.string().max(2_000).optional(),
    location: firmwareAddress.optional(),
  })
  .refine(
    ({ receipt, location }) => (receipt === undefined) !== (location === undefined),
    "Either a file or an address.",
  )
  .refine(
    ({ signature, certificate }) => (signature === undefined) === (certificate === undefined),
    "A signature needs the certificate that it is checked with, and the other way round.",
  );
export type NewImage = z.output<typeof newImage>;

export const imageChange = z.object({ id: z.int(), notes: z.string().trim().max(2_000) });

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}
