import { Unsupported } from "@chargehand/domain/command";
import type { MonitoringBase, MonitorKind } from "@chargehand/domain/maintenance/monitor";
import type { LogKind, MaintenanceCommand } from "@chargehand/domain/orders/maintenance";
import type { Speech } from "../dialect";
import type { Request } from "../messages";
import { sourceOf } from "../source";
import { placeOf } from "../upload";
import { call } from "./table";
import { toIdToken } from "./translate";
import { fromVariable } from "./variables";

type LogType = Request<"2.1", "GetLog">["logType"];
type MonitorType = Request<"2.1", "SetVariableMonitoring">["setMonitoringData"][number]["type"];

const logTypes = { diagnostics: "DiagnosticsLog", security: "SecurityLog" } as const satisfies Record<LogKind, LogType>;

/** The monitors of 2.x, by ours. */
export const monitorTypes = {
  above: "UpperThreshold",
  below: "LowerThreshold",
  change: "Delta",
  every: "Periodic",
  "every-by-the-clock": "PeriodicClockAligned",
  "off-target": "TargetDelta",
  "off-target-by-part": "TargetDeltaRelative",
} as const satisfies Record<MonitorKind, MonitorType>;

const bases = {
  all: "All",
  "factory-default": "FactoryDefault",
  "hard-wired-only": "HardWiredOnly",
} as const satisfies Record<MonitoringBase, Request<"2.1", "SetMonitoringBase">["monitoringBase"]>;

/** How what looks after a station is said in 2.x. */
export const maintenanceSpeech = {
  "read-log": ({ log, from, until }, context) =>
    call("GetLog", {
      logType: logTypes[log],
      requestId: context.commandId,
      log: { remoteLocation: placeOf(context), oldestTimestamp: from, latestTimestamp: until },
    }),

  "update-firmware"(update, { commandId }) {
    const location = sourceOf(update);
    const { retrieveAt, installAt, retries, retrySeconds: retryInterval, signature, certificate } = update;
    return call("UpdateFirmware", {
      requestId: commandId,
      retries,
      retryInterval,
      firmware: {
        ...{ location, signature },
        retrieveDateTime: retrieveAt,
        installDateTime: installAt,
        signingCertificate: certificate,
      },
    });
  },

  "publish-firmware"(publication, { commandId: requestId }) {
    const { checksum, retries, retrySeconds: retryInterval } = publication;
    const location = sourceOf(publication);
    if (checksum === undefined) throw new Unsupported("a local controller is told the checksum of what it fetches");
    return call("PublishFirmware", { location, checksum, requestId, retries, retryInterval });
  },

  "unpublish-firmware": ({ checksum }) => call("UnpublishFirmware", { checksum }),

  "read-monitors": (_command, { commandId }) => call("GetMonitoringReport", { requestId: commandId }),

  "set-monitor": ({ id, variable, kind, value, severity }) =>
    call("SetVariableMonitoring", {
      setMonitoringData: [{ id, ...fromVariable(variable), type: monitorTypes[kind], value, severity }],
    }),

  "clear-monitors"({ monitors }) {
    const [first, ...others] = monitors;
    if (first === undefined) throw new Unsupported("no monitor named");
    return call("ClearVariableMonitoring", { id: [first, ...others] });
  },

  "set-monitoring-base": ({ base }) => call("SetMonitoringBase", { monitoringBase: bases[base] }),

  "set-monitoring-level": ({ severity }) => call("SetMonitoringLevel", { severity }),

  "ask-customer-information": ({ about, report, clear }, { commandId }) =>
    call("CustomerInformation", {
      ...{ requestId: commandId, report, clear },
      idToken: "token" in about ? toIdToken(about.token) : undefined,
      customerIdentifier: "customer" in about ? about.customer : undefined,
      customerCertificate:
        "certificate" in about
          ? {
              hashAlgorithm: about.certificate.algorithm,
              issuerNameHash: about.certificate.issuerName,
              issuerKeyHash: about.certificate.issuerKey,
              serialNumber: about.certificate.serialNumber,
            }
          : undefined,
    }),

  "read-streams": () => call("GetPeriodicEventStream", {}),

  "adjust-stream": ({ stream, intervalSeconds, values }) =>
    call("AdjustPeriodicEventStream", { id: stream, params: { interval: intervalSeconds, values } }),
} satisfies Pick<Speech, MaintenanceCommand["type"]>;
