import { z } from "zod";
import type { Command } from "../../dialects/command";
import { instant } from "../../dialects/instant";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";
import { faultOfSigningCertificate } from "./signing-certificate";
import { updateStatuses } from "./statuses";

const retries = z.int().default(0);
const retryInterval = z.int().default(0);

/** Firmware in 2.x: for the station itself, and published for others behind it. */
export const firmwareCommands2 = {
  UpdateFirmware: define2(
    z.object({
      requestId: z.int(),
      firmware: z.object({
        location: z.string(),
        retrieveDateTime: instant,
        installDateTime: instant.optional(),
        signingCertificate: z.string().optional(),
        signature: z.string().optional(),
      }),
      retries,
      retryInterval,
    }),
    ({ firmware, requestId, ...again }, { blocks, now, securityEvent }) => {
      const { signature, signingCertificate } = firmware;
      if (signingCertificate !== undefined && faultOfSigningCertificate(signingCertificate, now())) {
        return {
          result: { status: "InvalidCertificate" },
          afterwards: () => securityEvent("InvalidFirmwareSigningCertificate"),
        };
      }
      const outcome = blocks.firmware.begin({
        location: firmware.location,
        retrieveAt: firmware.retrieveDateTime,
        installAt: firmware.installDateTime,
        signed: signature !== undefined,
        ...(signature !== undefined &&
          signingCertificate !== undefined && { signing: { signature, certificate: signingCertificate } }),
        requestId,
        retries: again.retries,
        retryMs: again.retryInterval * 1000,
      });
      if (outcome === "rejected") return rejected2("FwUpdateInProgress");
      return { result: { status: updateStatuses[outcome] } };
    },
  ),

  PublishFirmware: define2(
    z.object({ location: z.string(), checksum: z.string(), requestId: z.int() }),
    (order, { blocks }) => (blocks.publishedFirmware.publish(order) ? accepted2() : rejected2("FwUpdateInProgress")),
  ),

  UnpublishFirmware: define2(
    z.object({ checksum: z.string() }),
    ({ checksum }, { blocks }) => ({
      result: { status: unpublishStatuses[blocks.publishedFirmware.unpublish(checksum)] },
    }),
    "none",
  ),
} satisfies Record<string, Command>;

const unpublishStatuses = {
  unpublished: "Unpublished",
  "no-firmware": "NoFirmware",
  "download-ongoing": "DownloadOngoing",
} as const;
