import type { Controls } from "../../charger/controls";
import type { LogOrder, UploadStep } from "./logs";

const words = {
  uploading: "Uploading",
  uploaded: "Uploaded",
  failed: "UploadFailure",
  "bad-request": "BadMessage",
  "not-permitted": "PermissionDenied",
  "not-supported": "NotSupportedOperation",
  cancelled: "AcceptedCanceled",
} as const satisfies Record<UploadStep, string>;

/** Tells how the sending of a log goes. What 1.6 asked for as diagnostics has no number, and fewer words. */
export function tellUpload({ post, version }: Controls): (step: UploadStep, order: LogOrder) => void {
  return (step, { requestId }) => {
    if (requestId !== undefined) {
      // 1.6 has the word only for the answer.
      const status = version === "1.6" && step === "cancelled" ? words.failed : words[step];
      post({ action: "LogStatusNotification", build: () => ({ status, requestId }) });
      return;
    }
    if (step === "cancelled") return;
    const status = step === "uploading" || step === "uploaded" ? words[step] : "UploadFailed";
    post({ action: "DiagnosticsStatusNotification", build: () => ({ status }) });
  };
}

/** Tells again how it stands with a log, because it was asked. */
export function tellLogAgain({ blocks, post }: Controls): void {
  const requestId = blocks.logs.running?.requestId;
  post({
    action: "LogStatusNotification",
    build: () => (requestId === undefined ? { status: "Idle" } : { status: words.uploading, requestId }),
    urgent: true,
  });
}

/** The same for what 1.6 calls diagnostics. */
export function tellDiagnosticsAgain({ blocks, post }: Controls): void {
  const { running } = blocks.logs;
  const status = running && running.requestId === undefined ? words.uploading : "Idle";
  post({ action: "DiagnosticsStatusNotification", build: () => ({ status }), urgent: true });
}
