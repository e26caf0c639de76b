import type { Context, Human } from "./context";
import { type Running, running } from "./running";
import { isSameOrigin } from "./same-origin";
import { personOf } from "./sign-in/auth";

/** What a request is answered with: who asks, and what this process has. */
export async function contextOf(headers: Headers): Promise<Context & { person: Human | undefined }> {
  const process = await running();
  const { auth, prisma, pool, bus, live, secretPepper, webhookHosts, sendsMail, firmware, simulator, rules } = process;
  return {
    person: await personOf(auth, headers),
    clock: () => new Date(),
    prisma,
    pool,
    bus,
    live,
    secretPepper,
    webhookHosts,
    sendsMail,
    firmware,
    gatewayUrl: gatewayUrlOf(process, headers),
    simulator,
    sameOrigin: isSameOrigin(headers, rules),
    stillSignedIn: async () => (await personOf(auth, headers)) !== undefined,
  };
}

/** Where stations dial: as configured, or the gateway's usual port on the host by which this browser reached us. */
export function gatewayUrlOf({ gatewayPublicUrl }: Running, headers: Headers): string {
  if (gatewayPublicUrl) return gatewayPublicUrl;
  const host = headers.get("host")?.replace(/:\d+$/, "") ?? "localhost";
  return `ws://${host}:9000/ocpp`;
}
