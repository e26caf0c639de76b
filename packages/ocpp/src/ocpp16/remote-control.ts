import type { ProofPlan } from "@chargehand/domain/proof";
import type { MessageKind } from "@chargehand/domain/report";
import { profileTaken } from "../charging/held-profiles";
import { byAnswer, byStatus } from "../effects";
import type { Request } from "../messages";
import { toProfile } from "./charging-profile";
import type { Effects16 } from "./table";
import { toPlace, toToken } from "./translate";

type Trigger = Request<"1.6", "TriggerMessage">["requestedMessage"];
type ExtendedTrigger = Request<"1.6", "ExtendedTriggerMessage">["requestedMessage"];

// What a station says when it is asked for it.
const asked = {
  BootNotification: "boot",
  Heartbeat: "heartbeat",
  StatusNotification: "status",
  MeterValues: "meter-values",
  FirmwareStatusNotification: "firmware-status",
  DiagnosticsStatusNotification: "log-status",
  LogStatusNotification: "log-status",
  SignChargePointCertificate: "certificate-request",
} as const satisfies Record<Trigger | ExtendedTrigger, MessageKind>;

export const remoteControl = {
  RemoteStartTransaction: {
    toAnswer: byStatus,
    // A limit that came with the start is held from then on; without a connector nobody knows yet where.
    toReports: ({ connectorId, chargingProfile }, { status }) =>
      status === "Accepted" && connectorId !== undefined && chargingProfile
        ? [{ type: "held", changes: profileTaken(toProfile(connectorId, chargingProfile), { inPlace: true }) }]
        : [],
    proof: ({ connectorId, idTag }) => ({
      watch: { for: "session-started", evse: connectorId, token: toToken(idTag) },
      // The driver has to plug in; stations give up after a time of their own, often one minute.
      deadlineSeconds: 90,
      deadlineVariable: { component: "", name: "ConnectionTimeOut" },
    }),
  },

  RemoteStopTransaction: {
    toAnswer: byStatus,
    proof: ({ transactionId }) => ({
      watch: { for: "session-ended", session: String(transactionId) },
      deadlineSeconds: 60,
    }),
  },

  Reset: { toAnswer: byStatus, proof: () => ({ watch: { for: "boot" }, deadlineSeconds: 300 }) },

  UnlockConnector: { toAnswer: byStatus, proof: byAnswer },

  TriggerMessage: { toAnswer: byStatus, proof: byMessage },

  ExtendedTriggerMessage: { toAnswer: byStatus, proof: byMessage },
} satisfies Partial<Effects16>;

function byMessage({
  requestedMessage,
  connectorId,
}: {
  requestedMessage: Trigger | ExtendedTrigger;
  connectorId?: number;
}): ProofPlan {
  const place = connectorId === undefined ? undefined : toPlace(connectorId);
  return { watch: { for: "message", message: asked[requestedMessage], place }, deadlineSeconds: 30 };
}
