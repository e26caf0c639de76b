import type { NetworkLink } from "@chargehand/domain/network/network-profile";
import type { NetworkCommand } from "@chargehand/domain/orders/network";
import type { Speech } from "../dialect";
import { byAnswer, byStatus } from "../effects";
import type { Request } from "../messages";
import { keyOf, said } from "../translate";
import { call, type Effects2 } from "./table";

type Interface = Request<"2.1", "SetNetworkProfile">["connectionData"]["ocppInterface"];

const links = {
  any: "Any",
  "wired-0": "Wired0",
  "wired-1": "Wired1",
  "wired-2": "Wired2",
  "wired-3": "Wired3",
  "wireless-0": "Wireless0",
  "wireless-1": "Wireless1",
  "wireless-2": "Wireless2",
  "wireless-3": "Wireless3",
} as const satisfies Record<NetworkLink, Interface>;

/** How a station of 2.x is told of a way to a network. */
export const networkSpeech = {
  "set-network-profile": ({ slot, profile: { url, securityProfile, link, timeoutSeconds, identity } }) =>
    call("SetNetworkProfile", {
      configurationSlot: slot,
      connectionData: {
        // 2.0.1 has no word for itself and takes that of 2.0; 2.1 ignores it.
        ocppVersion: "OCPP20",
        ocppTransport: "JSON",
        ocppInterface: links[link],
        ocppCsmsUrl: url,
        messageTimeout: timeoutSeconds,
        securityProfile,
        // 2.0.1 does not know it.
        ...(identity !== undefined && { identity }),
      },
    }),
} satisfies Pick<Speech, NetworkCommand["type"]>;

export const network = {
  SetNetworkProfile: {
    toAnswer: byStatus,
    // Whatever opens doors (passwords, keys of a private network) is not kept.
    toReports: ({ configurationSlot, connectionData }, { status }) => {
      if (status !== "Accepted") return [];
      const { ocppCsmsUrl, ocppInterface, messageTimeout, securityProfile, identity } = connectionData;
      const value = {
        url: ocppCsmsUrl,
        securityProfile,
        link: keyOf(links, ocppInterface) ?? "any",
        timeoutSeconds: messageTimeout,
        identity: said(identity),
      };
      const set = { do: "set", kind: "network-profile", key: String(configurationSlot), value } as const;
      return [{ type: "held", changes: [set] }];
    },
    // That it took the way is all it can say; that the way leads somewhere shows when it comes that way.
    proof: byAnswer,
  },
} satisfies Partial<Effects2>;
