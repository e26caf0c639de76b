import { networkLinks } from "@chargehand/domain/network/network-profile";
import type { NetworkCommand } from "@chargehand/domain/orders/network";
import { z } from "zod";

/** What a station is told about its way to a network, as it comes from a browser. */
export const networkSchemas = [
  z.object({
    type: z.literal("set-network-profile"),
    slot: z.int().min(0).max(100),
    profile: z.object({
      url: z
        .url({ protocol: /^wss?$/, error: "A station is reached at an address that begins with ws:// or wss://." })
        .max(512)
        // It would stand readable in the command, and in the frame that carries it.
        .refine((url) => !/^wss?:\/\/[^/]*@/.test(url), "A password has no place in the address."),
      securityProfile: z.int().min(0).max(3),
      link: z.enum(networkLinks),
      timeoutSeconds: z.int().min(1).max(600),
      identity: z.string().trim().min(1).max(48).optional(),
    }),
  }),
] as const;

/** One of each, to find out which versions have words for it. */
export const networkExamples = {
  "set-network-profile": {
    type: "set-network-profile",
    slot: 1,
    profile: { url: "wss://network.example/ocpp", securityProfile: 2, link: "wired-0", timeoutSeconds: 30 },
  },
} as const satisfies Record<NetworkCommand["type"], NetworkCommand>;
