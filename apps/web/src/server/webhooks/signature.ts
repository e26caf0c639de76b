import { createHmac, randomBytes } from "node:crypto";

/** A new signing secret in the form of the Standard Webhooks specification. */
export const newSigningSecret = () => `whsec_${randomBytes(24).toString("base64")}`;

/** The headers by which a receiver knows that a message is ours, and when it was sent (Standard Webhooks 1.0). */
export function signed({ id, at, body, secret }: { id: string; at: Date; body: string; secret: string }) {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
