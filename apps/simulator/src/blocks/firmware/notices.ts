import type { Controls } from "../../charger/controls";
import type { UpdateOrder, UpdateStep } from "./firmware-updates";

/** What goes on, in the words of 2.x and of 1.6's security extension. */
export const firmwareWords = {
  "download-scheduled": "DownloadScheduled",
  downloading: "Downloading",
  downloaded: "Downloaded",
  "download-failed": "DownloadFailed",
  "signature-verified": "SignatureVerified",
  "invalid-signature": "InvalidSignature",
  "install-scheduled": "InstallScheduled",
  installing: "Installing",
  "install-rebooting": "InstallRebooting",
  installed: "Installed",
  "installation-failed": "InstallationFailed",
} as const satisfies Record<UpdateStep, string>;

/** What 1.6 has words for where an update is not signed. */
const plainSteps = new Set<UpdateStep>([
  "downloading",
  "downloaded",
  "download-failed",
  "installing",
  "installed",
  "installation-failed",
]);

/** Tells each step of an update, and what of it concerns security. */
export function tellUpdate(controls: Controls): (step: UpdateStep, order: UpdateOrder) => void {
  const { post, securityEvent, version } = controls;
  return (step, order) => {
    if (step === "invalid-signature") securityEvent("InvalidFirmwareSignature");
    if (version === "1.6" && !order.signed && !plainSteps.has(step)) return;
    const action =
      version === "1.6" && order.signed ? "SignedFirmwareStatusNotification" : "FirmwareStatusNotification";
    const { requestId } = order;
    post({
      action,
      build: () => ({ status: firmwareWords[step], ...(requestId !== undefined && { requestId }) }),
    });
    if (step === "installed" && (version !== "1.6" || order.signed)) securityEvent("FirmwareUpdated");
  };
}

/** Tells again where things stand, because it was asked; idle is told only so. */
export function tellFirmwareAgain({ blocks, post, version }: Controls, signed: boolean): void {
  const { running } = blocks.firmware;
  const told = running?.step !== undefined && (version !== "1.6" || running.order.signed === signed);
  const known = told && running.step && (signed || version !== "1.6" || plainSteps.has(running.step));
  const requestId = running?.order.requestId;
  post({
    action: version === "1.6" && signed ? "SignedFirmwareStatusNotification" : "FirmwareStatusNotification",
    build: () => ({
      status: known && running.step ? firmwareWords[running.step] : "Idle",
      ...(known && requestId !== undefined && { requestId }),
    }),
    urgent: true,
  });
}
