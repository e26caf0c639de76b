import { Unsupported } from "@chargehand/domain/command";
import { type Speech, wordless } from "../dialect";
import { sourceOf } from "../source";
import { placeOf } from "../upload";
import { call } from "./table";

const noControllers = wordless("OCPP 1.6 has no local controllers that hold firmware ready");
const noMonitors = wordless("OCPP 1.6 has no monitors");

/** How what looks after a station is said in 1.6. */
export const maintenanceSpeech = {
  // The security extension names the kind of log and numbers the request; diagnostics are asked for as every station knows.
  "read-log"({ log, from, until }, context) {
    const location = placeOf(context);
    return log === "diagnostics"
      ? call("GetDiagnostics", { location, startTime: from, stopTime: until })
      : call("GetLog", {
          logType: "SecurityLog",
          requestId: context.commandId,
          log: { remoteLocation: location, oldestTimestamp: from, latestTimestamp: until },
        });
  },

  "update-firmware"(update, { commandId }) {
    const location = sourceOf(update);
    const { retrieveAt, installAt, retries, retrySeconds: retryInterval, signature, certificate } = update;
    if (signature !== undefined && certificate !== undefined) {
      return call("SignedUpdateFirmware", {
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
    }
    if (signature !== undefined || certificate !== undefined) {
      throw new Unsupported("a signature needs the certificate that it is checked with, and the other way round");
    }
    if (installAt !== undefined) {
      throw new Unsupported("OCPP 1.6 can be told when to install only with a signed update");
    }
    return call("UpdateFirmware", { location, retrieveDate: retrieveAt, retries, retryInterval });
  },

  "publish-firmware": noControllers,
  "unpublish-firmware": noControllers,
  "read-monitors": noMonitors,
  "set-monitor": noMonitors,
  "clear-monitors": noMonitors,
  "set-monitoring-base": noMonitors,
  "set-monitoring-level": noMonitors,
  "ask-customer-information": wordless("OCPP 1.6 cannot be asked what a station knows of a customer"),
} satisfies Partial<Speech>;
