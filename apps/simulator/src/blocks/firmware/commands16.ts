import { z } from "zod";
import type { Command } from "../../dialects/command";
import { instant } from "../../dialects/instant";
import { define16, rejected16 } from "../../dialects/ocpp16/define";
import { faultOfSigningCertificate } from "./signing-certificate";
import { updateStatuses } from "./statuses";

const retries = z.int().default(0);
const retryInterval = z.int().default(0);

/** Firmware in 1.6: the plain update knows no answer and no number, the signed one of the security extension both. */
export const firmwareCommands16 = {
  UpdateFirmware: define16(
    z.object({ location: z.string(), retrieveDate: instant, retries, retryInterval }),
    undefined,
    ({ location, retrieveDate, ...again }, { blocks }) => ({
      result: {},
      afterwards() {
        blocks.firmware.begin({
          location,
          retrieveAt: retrieveDate,
          installAt: undefined,
          signed: false,
          requestId: undefined,
          retries: again.retries,
          retryMs: again.retryInterval * 1000,
        });
      },
    }),
  ),

  SignedUpdateFirmware: define16(
    z.object({
      requestId: z.int(),
      firmware: z.object({
        location: z.string(),
        retrieveDateTime: instant,
        installDateTime: instant.optional(),
        signingCertificate: z.string(),
        signature: z.string(),
      }),
      retries,
      retryInterval,
    }),
    rejected16,
    ({ firmware, requestId, ...again }, { blocks, now, securityEvent }) => {
      if (faultOfSigningCertificate(firmware.signingCertificate, now())) {
        return {
          result: { status: "InvalidCertificate" },
          afterwards: () => securityEvent("InvalidFirmwareSigningCertificate"),
        };
      }
      const outcome = blocks.firmware.begin({
        location: firmware.location,
        retrieveAt: firmware.retrieveDateTime,
        installAt: firmware.installDateTime,
        signed: true,
        signing: { signature: firmware.signature, certificate: firmware.signingCertificate },
        requestId,
        retries: again.retries,
        retryMs: again.retryInterval * 1000,
      });
      return { result: { status: updateStatuses[outcome] } };
    },
  ),
} satisfies Record<string, Command>;
