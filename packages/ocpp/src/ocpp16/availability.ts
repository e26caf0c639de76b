import type { ConnectorReport } from "@chargehand/domain/report";
import { byStatus } from "../effects";
import type { Request } from "../messages";
import { said, toDate } from "../translate";
import type { Effects16, Inbound16 } from "./table";
import { toPlace } from "./translate";

type Status = Request<"1.6", "StatusNotification">["status"];

// Five of the nine say what goes on at an occupied connector.
const statuses = {
  Available: { status: "available" },
  Preparing: { status: "occupied", activity: "connected" },
  Charging: { status: "occupied", activity: "charging" },
  SuspendedEV: { status: "occupied", activity: "paused-by-car" },
  SuspendedEVSE: { status: "occupied", activity: "paused-by-station" },
  Finishing: { status: "occupied", activity: "unplug" },
  Reserved: { status: "reserved" },
  Unavailable: { status: "unavailable" },
  Faulted: { status: "faulted" },
} as const satisfies Record<Status, Pick<ConnectorReport, "status" | "activity">>;

export const StatusNotification: Inbound16<"StatusNotification", "connector-status"> = {
  report: "connector-status",
  toReport: (request, context) => ({
    type: "connector-status",
    connectors: [
      {
        place: toPlace(request.connectorId),
        ...statuses[request.status],
        at: request.timestamp === undefined ? undefined : toDate(request.timestamp, context),
        errorCode: request.errorCode === "NoError" ? undefined : request.errorCode,
        errorInfo: said(request.info),
        vendorErrorCode: said(request.vendorErrorCode),
        ...(request.errorCode === "LocalListConflict" && { listContradicts: true }),
      },
    ],
  }),
  toAnswer: () => ({}),
};

export const availability = {
  ChangeAvailability: {
    toAnswer: byStatus,
    proof: ({ connectorId, type }) => ({
      watch: {
        for: "availability",
        operative: type === "Operative",
        place: connectorId === 0 ? undefined : toPlace(connectorId),
      },
      deadlineSeconds: 30,
    }),
  },
} satisfies Partial<Effects16>;
