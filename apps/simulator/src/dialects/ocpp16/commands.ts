import type { SentBy } from "@chargehand/ocpp/actions";
import { z } from "zod";
import { certificateCommands16 } from "../../blocks/certificates/commands16";
import { costVendor, takeCostMessage } from "../../blocks/costs/messages16";
import { firmwareCommands16 } from "../../blocks/firmware/commands16";
import { localListCommands16 } from "../../blocks/local-list/commands16";
import { logCommands16 } from "../../blocks/logs/commands16";
import { reservationCommands16 } from "../../blocks/reservations/commands16";
import { smartChargingCommands16 } from "../../blocks/smart-charging/commands16";
import { chargingProfile16 } from "../../blocks/smart-charging/profile16";
import type { Command } from "../command";
import { type ConfigurationKey, configurationKeys } from "./configuration";
import { define16, rejected16 as rejected } from "./define";
import { trigger16 } from "./trigger";

const triggerRequest = z.object({ requestedMessage: z.string(), connectorId: z.int().optional() });

/** How a 1.6 station answers what it can be told. */
export const commands16 = {
  ...certificateCommands16,
  ...firmwareCommands16,
  ...localListCommands16,
  ...logCommands16,
  ...reservationCommands16,
  ...smartChargingCommands16,

  GetConfiguration: define16(z.object({ key: z.array(z.string()).optional() }), {}, ({ key: asked }, controls) => {
    const keys = asked?.length ? asked.map((name) => find(name) ?? name) : configurationKeys;
    const known = keys.filter((key) => typeof key !== "string").filter(({ read }) => read !== undefined);
    const unknown = keys.filter((key) => typeof key === "string");
    const configurationKey = known.map(({ key, read, write }) => ({
      key,
      readonly: write === undefined,
      value: read?.(controls),
    }));
    return { result: { configurationKey, ...(unknown.length > 0 && { unknownKey: unknown }) } };
  }),

  ChangeConfiguration: define16(
    z.object({ key: z.string(), value: z.string() }),
    rejected,
    ({ key: name, value }, controls) => {
      const key = find(name);
      if (!key) return { result: { status: "NotSupported" } };
      const status = key.write?.(value, controls) ?? "Rejected";
      if (status === "Accepted") controls.settingsChanged();
      return { result: { status } };
    },
  ),

  RemoteStartTransaction: define16(
    z.object({ idTag: z.string(), connectorId: z.int().optional(), chargingProfile: chargingProfile16.optional() }),
    rejected,
    ({ idTag, connectorId, chargingProfile }, controls) => {
      const profile = chargingProfile?.profile;
      if (profile && profile.purpose !== "transaction") return { result: rejected };
      const token = { value: idTag, kind: "ISO14443" };
      const { accepted } = controls.remoteStart({ token, evse: connectorId, remoteStartId: 0 });
      if (accepted) controls.blocks.smartCharging.expect(idTag, profile);
      return { result: accepted ? { status: "Accepted" } : rejected };
    },
  ),

  RemoteStopTransaction: define16(z.object({ transactionId: z.int() }), rejected, ({ transactionId }, { charger }) => {
    const evse = charger.evses.find(({ transaction }) => transaction?.wireId === String(transactionId));
    if (!evse) return { result: rejected };
    return {
      result: { status: "Accepted" },
      afterwards: () => charger.stop(evse, { trigger: "remote-stop", reason: "remote" }),
    };
  }),

  Reset: define16(z.object({ type: z.enum(["Hard", "Soft"]) }), rejected, ({ type }, controls) => ({
    result: { status: "Accepted" },
    afterwards: () => controls.reset({ when: type === "Hard" ? "now" : "gently" }),
  })),

  ChangeAvailability: define16(
    z.object({ connectorId: z.int(), type: z.enum(["Operative", "Inoperative"]) }),
    rejected,
    ({ connectorId, type }, controls) => {
      const { charger } = controls;
      const one = charger.evse(connectorId);
      if (connectorId !== 0 && !one) return { result: rejected };
      const operative = type === "Operative";
      const concerned = one ? [one] : charger.evses;
      const busy = !operative && concerned.some(({ transaction }) => transaction);
      return {
        result: { status: busy ? "Scheduled" : "Accepted" },
        afterwards() {
          // Connector 0 stands for all of them, and one that opens opens the station.
          for (const evse of concerned) evse.operative = operative;
          const before = charger.operative;
          charger.operative = operative || (charger.operative && connectorId !== 0);
          if (charger.operative !== before) controls.reportStation(false);
          charger.review();
        },
      };
    },
  ),

  UnlockConnector: define16(
    z.object({ connectorId: z.int() }),
    { status: "UnlockFailed" },
    ({ connectorId }, { charger, faults }) => {
      const evse = charger.evse(connectorId);
      if (!evse) return { result: { status: "NotSupported" } };
      if (faults.jammedLock) return { result: { status: "UnlockFailed" } };
      return {
        result: { status: "Unlocked" },
        afterwards: () => charger.stop(evse, { trigger: "unlock", reason: "unlock" }),
      };
    },
  ),

  TriggerMessage: define16(triggerRequest, rejected, (request, controls) => trigger16(controls, request, false)),
  ExtendedTriggerMessage: define16(triggerRequest, rejected, (request, controls) => trigger16(controls, request, true)),

  ClearCache: define16(z.object({}), rejected, (_request, controls) => {
    controls.tokens.forgetAll();
    return { result: { status: "Accepted" } };
  }),

  DataTransfer: define16(
    z.object({ vendorId: z.string(), messageId: z.string().optional(), data: z.string().optional() }),
    rejected,
    ({ vendorId, messageId, data }, controls) => {
      if (vendorId === costVendor)
        return { result: takeCostMessage(messageId, data, controls) ? { status: "Accepted" } : rejected };
      if (vendorId !== controls.about.vendor) return { result: { status: "UnknownVendorId" } };
      // The one message of the maker's own that this station knows.
      if (messageId === "Echo") return { result: { status: "Accepted", data } };
      return { result: { status: "UnknownMessageId" } };
    },
  ),
} satisfies Record<SentBy<"csms", "1.6">, Command>;

function find(name: string): ConfigurationKey | undefined {
  return configurationKeys.find(({ key }) => key.toLowerCase() === name.toLowerCase());
}
