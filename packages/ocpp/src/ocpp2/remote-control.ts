import type { MessageKind } from "@chargehand/domain/report";
import { profileTaken } from "../charging/held-profiles";
import { byAnswer, byStatus } from "../effects";
import type { Request } from "../messages";
import { toProfile } from "./charging-profile";
import type { Effects2 } from "./table";
import { toPlace, toToken } from "./translate";

// Block F: remote control.

// What a station says when it is asked for it. Of a trigger of its vendor's own we do not know what follows.
const asked = {
  BootNotification: "boot",
  Heartbeat: "heartbeat",
  StatusNotification: "status",
  MeterValues: "meter-values",
  TransactionEvent: "session",
  FirmwareStatusNotification: "firmware-status",
  PublishFirmwareStatusNotification: "publication-status",
  LogStatusNotification: "log-status",
  SignChargingStationCertificate: "certificate-request",
  SignCombinedCertificate: "certificate-request",
  SignV2GCertificate: "vehicle-certificate-request",
  SignV2G20Certificate: "vehicle-certificate-request",
  CustomTrigger: undefined,
} as const satisfies Record<Request<"2.1", "TriggerMessage">["requestedMessage"], MessageKind | undefined>;

export const remoteControl = {
  RequestStartTransaction: {
    toAnswer: byStatus,
    // A limit that came with the start is held from then on; without an evse nobody knows yet where.
    toReports: ({ evseId, chargingProfile }, { status, transactionId }) =>
      status === "Accepted" && evseId !== undefined && chargingProfile
        ? [
            {
              type: "held",
              changes: profileTaken(toProfile(evseId, { transactionId, ...chargingProfile }), { inPlace: true }),
            },
          ]
        : [],
    proof: ({ evseId, idToken, remoteStartId }) => ({
      watch: { for: "session-started", evse: evseId, token: toToken(idToken), remoteStartId },
      // The driver has to plug in; stations give up after a time of their own, often one minute.
      deadlineSeconds: 90,
      deadlineVariable: { component: "TxCtrlr", name: "EVConnectionTimeOut" },
    }),
  },

  RequestStopTransaction: {
    toAnswer: byStatus,
    proof: ({ transactionId }) => ({ watch: { for: "session-ended", session: transactionId }, deadlineSeconds: 60 }),
  },

  UnlockConnector: { toAnswer: byStatus, proof: byAnswer },

  TriggerMessage: {
    toAnswer: byStatus,
    proof({ requestedMessage, evse }) {
      const message = asked[requestedMessage];
      return message && { watch: { for: "message", message, place: evse && toPlace(evse) }, deadlineSeconds: 30 };
    },
  },
} satisfies Partial<Effects2>;
