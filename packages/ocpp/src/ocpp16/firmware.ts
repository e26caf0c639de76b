import { progressOf } from "../adapters";
import { acknowledged, byProgress } from "../effects";
import { firmwareStates, logStates } from "../progress";
import type { Effects16 } from "./table";

// The profile of firmware and diagnostics. Neither has a request number: what is told next is taken for the answer.

export const DiagnosticsStatusNotification = progressOf("log", logStates);

export const FirmwareStatusNotification = progressOf("firmware", firmwareStates);

const byUpload = byProgress("log");
const byUpdate = byProgress("firmware");

export const firmware = {
  GetDiagnostics: {
    // Without a name there is no file, and nothing will be sent.
    toAnswer: (_request, { fileName }) =>
      fileName ? { answer: "accepted", detail: fileName } : { answer: "accepted", detail: "no file", complete: true },
    proof: () => byUpload({}),
  },

  UpdateFirmware: { toAnswer: acknowledged, proof: ({ retrieveDate }) => ({ ...byUpdate({}), from: retrieveDate }) },
} satisfies Partial<Effects16>;
