import type { ProgressReport } from "@chargehand/domain/report";
import type { Request } from "./messages";

// The words of both families are the same ones, of which 1.6 uses fewer: those of its own messages, and the security
// extension took over those of 2.x.

type State = ProgressReport["state"];

/** What each word about an update of the firmware means. */
export const firmwareStates = {
  DownloadScheduled: "going-on",
  Downloading: "going-on",
  DownloadPaused: "going-on",
  Downloaded: "going-on",
  SignatureVerified: "going-on",
  InstallScheduled: "going-on",
  Installing: "going-on",
  InstallRebooting: "going-on",
  Installed: "done",
  DownloadFailed: "failed",
  InvalidSignature: "failed",
  InstallVerificationFailed: "failed",
  InstallationFailed: "failed",
  Idle: "idle",
} as const satisfies Record<
  | Request<"1.6", "FirmwareStatusNotification">["status"]
  | Request<"1.6", "SignedFirmwareStatusNotification">["status"]
  | Request<"2.1", "FirmwareStatusNotification">["status"],
  State
>;

/** What each word about the upload of a log means. */
export const logStates = {
  Uploading: "going-on",
  Uploaded: "done",
  // 1.6 has one word for its diagnostics, the security extension and 2.x have several.
  UploadFailed: "failed",
  UploadFailure: "failed",
  BadMessage: "failed",
  NotSupportedOperation: "failed",
  PermissionDenied: "failed",
  // A newer request took its place.
  AcceptedCanceled: "failed",
  Idle: "idle",
} as const satisfies Record<
  | Request<"1.6", "DiagnosticsStatusNotification">["status"]
  | Request<"1.6", "LogStatusNotification">["status"]
  | Request<"2.1", "LogStatusNotification">["status"],
  State
>;
