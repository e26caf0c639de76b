import { progressOf } from "../adapters";
import { byAnswer, byProgress, byStatus } from "../effects";
import type { Request } from "../messages";
import { firmwareStates } from "../progress";
import type { Effects2 } from "./table";

// Block L: firmware.

export const FirmwareStatusNotification = progressOf("firmware", firmwareStates);

export const PublishFirmwareStatusNotification = progressOf<
  Request<"2.1", "PublishFirmwareStatusNotification">["status"]
>("publication", {
  DownloadScheduled: "going-on",
  Downloading: "going-on",
  DownloadPaused: "going-on",
  Downloaded: "going-on",
  ChecksumVerified: "going-on",
  Published: "done",
  DownloadFailed: "failed",
  InvalidChecksum: "failed",
  PublishFailed: "failed",
  Idle: "idle",
});

const byUpdate = byProgress("firmware");

export const firmware = {
  PublishFirmware: { toAnswer: byStatus, proof: byProgress("publication") },
  UnpublishFirmware: { toAnswer: byStatus, proof: byAnswer },
  UpdateFirmware: {
    toAnswer: byStatus,
    proof: ({ requestId, firmware }) => ({
      ...byUpdate({ requestId }),
      from: firmware.installDateTime ?? firmware.retrieveDateTime,
    }),
  },
} satisfies Partial<Effects2>;
