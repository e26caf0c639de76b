import { z } from "zod";
import type { Command } from "../../dialects/command";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";
import { slots } from "./network";

/** What the versions are called in a profile; 2.0.1 has no word for itself and takes that of 2.0. */
const versions = { "1.6": ["OCPP16"], "2.0.1": ["OCPP20", "OCPP201"], "2.1": ["OCPP20", "OCPP21"] };

/** Where the station is to find its CSMS (2.x, block B). */
export const networkCommands2 = {
  SetNetworkProfile: define2(
    z.object({
      configurationSlot: z.int(),
      connectionData: z.object({
        ocppVersion: z.string().optional(),
        ocppTransport: z.enum(["JSON", "SOAP"]),
        ocppCsmsUrl: z.string(),
        messageTimeout: z.int(),
        securityProfile: z.int(),
        ocppInterface: z.string(),
        identity: z.string().optional(),
        basicAuthPassword: z.string().optional(),
      }),
    }),
    ({ configurationSlot, connectionData }, { blocks, secured, version }) => {
      const { basicAuthPassword, identity, ocppCsmsUrl, ocppTransport, ocppVersion, securityProfile } = connectionData;
      if (!slots.includes(configurationSlot)) return rejected2("InvalidConfSlot");
      if (configurationSlot === blocks.network.active) return rejected2("PriorityNetworkConf");
      if (securityProfile < (secured() ? 1 : 0)) return rejected2("NoSecurityDowngrade");
      const spoken = ocppVersion === undefined || versions[version].includes(ocppVersion);
      if (ocppTransport !== "JSON" || !spoken || !/^wss?:\/\//u.test(ocppCsmsUrl)) {
        return rejected2("InvalidNetworkConf");
      }
      blocks.network.set(configurationSlot, {
        url: ocppCsmsUrl,
        securityProfile,
        identity,
        password: basicAuthPassword,
      });
      return accepted2();
    },
  ),
} satisfies Record<string, Command>;
