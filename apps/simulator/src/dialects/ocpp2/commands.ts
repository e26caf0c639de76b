import type { SentBy } from "@chargehand/ocpp/actions";
import { z } from "zod";
import { batteryCommands21 } from "../../blocks/battery-swap/commands21";
import { certificateCommands2 } from "../../blocks/certificates/commands2";
import { costCommands2 } from "../../blocks/costs/commands2";
import { customerCommands2 } from "../../blocks/customers/commands2";
import { derCommands21 } from "../../blocks/der-control/commands21";
import { displayCommands2 } from "../../blocks/display/commands2";
import { firmwareCommands2 } from "../../blocks/firmware/commands2";
import { localListCommands2 } from "../../blocks/local-list/commands2";
import { logCommands2 } from "../../blocks/logs/commands2";
import { monitoringCommands2 } from "../../blocks/monitoring/commands2";
import { streamCommands21 } from "../../blocks/monitoring/commands21";
import { networkCommands2 } from "../../blocks/network/commands2";
import { paymentCommands21 } from "../../blocks/payments/commands21";
import { reservationCommands2 } from "../../blocks/reservations/commands2";
import { smartChargingCommands2 } from "../../blocks/smart-charging/commands2";
import { smartChargingCommands21 } from "../../blocks/smart-charging/commands21";
import { chargingProfile2, profileOf2 } from "../../blocks/smart-charging/profile2";
import { tariffCommands21 } from "../../blocks/tariffs/commands21";
import type { Command } from "../command";
import { accepted2, define2, rejected2 } from "./define";
import { inventory, reportOf, selection } from "./report";
import { placeOfTransaction } from "./running";
import { selections } from "./selection";
import { trigger2, triggerRequest } from "./trigger";
import { getVariable, getVariablesRequest, setVariable, setVariablesRequest } from "./variables";

const resetRequest = z.object({
  type: z.enum(["Immediate", "OnIdle", "ImmediateAndResume"]),
  evseId: z.int().optional(),
});

const idTokenSchema = z.object({ idToken: z.string(), type: z.string() });

/** How a 2.x station answers what it can be told. */
export const commands2 = {
  ...costCommands2,
  ...batteryCommands21,
  ...customerCommands2,
  ...derCommands21,
  ...networkCommands2,
  ...paymentCommands21,
  ...tariffCommands21,
  ...displayCommands2,
  ...certificateCommands2,
  ...firmwareCommands2,
  ...localListCommands2,
  ...logCommands2,
  ...monitoringCommands2,
  ...reservationCommands2,
  ...smartChargingCommands2,
  ...smartChargingCommands21,
  ...streamCommands21,

  GetBaseReport: define2(
    z.object({
      requestId: z.int(),
      reportBase: z.enum(["ConfigurationInventory", "FullInventory", "SummaryInventory"]),
    }),
    ({ requestId, reportBase }, controls) =>
      accepted2(() => {
        for (const part of reportOf(controls, requestId, inventory(controls, reportBase))) controls.post(part);
      }),
  ),

  GetReport: define2(
    z.object({
      requestId: z.int(),
      componentVariable: selections,
      componentCriteria: z.array(z.enum(["Active", "Available", "Enabled", "Problem"])).optional(),
    }),
    ({ requestId, componentVariable, componentCriteria }, controls) => {
      const variables = selection(controls, componentVariable, componentCriteria);
      if (variables.length === 0) return { result: { status: "EmptyResultSet" } };
      return accepted2(() => {
        for (const part of reportOf(controls, requestId, variables)) controls.post(part);
      });
    },
  ),

  GetVariables: define2(
    getVariablesRequest,
    ({ getVariableData }, controls) => ({
      result: { getVariableResult: getVariableData.map((asked) => getVariable(asked, controls)) },
    }),
    "none",
  ),

  SetVariables: define2(
    setVariablesRequest,
    ({ setVariableData }, controls) => {
      const setVariableResult = setVariableData.map((asked) => setVariable(asked, controls));
      return { result: { setVariableResult }, afterwards: () => controls.settingsChanged() };
    },
    "none",
  ),

  RequestStartTransaction: define2(
    z.object({
      idToken: idTokenSchema,
      remoteStartId: z.int(),
      evseId: z.int().optional(),
      groupIdToken: idTokenSchema.optional(),
      chargingProfile: chargingProfile2.optional(),
    }),
    ({ idToken, remoteStartId, evseId, groupIdToken, chargingProfile }, controls) => {
      const profile = chargingProfile && profileOf2(chargingProfile, controls.now());
      if (chargingProfile && profile?.purpose !== "transaction") return rejected2("InvalidProfile");
      const token = { value: idToken.idToken, kind: idToken.type };
      const started = controls.remoteStart({ token, group: groupIdToken?.idToken, evse: evseId, remoteStartId });
      if (!started.accepted) return rejected2("NotAvailable");
      controls.blocks.smartCharging.expect(token.value, profile);
      const transactionId = started.running?.wireId;
      return { result: { status: "Accepted", ...(transactionId !== undefined && { transactionId }) } };
    },
  ),

  RequestStopTransaction: define2(z.object({ transactionId: z.string() }), ({ transactionId }, { charger }) => {
    const evse = placeOfTransaction(charger, transactionId);
    if (!evse) return rejected2("TxNotFound");
    return accepted2(() => charger.stop(evse, { trigger: "remote-stop", reason: "remote" }));
  }),

  Reset: define2(resetRequest, ({ type, evseId }, controls) => {
    const { charger } = controls;
    const evse = evseId === undefined || evseId === 0 ? undefined : charger.evse(evseId);
    if (evseId !== undefined && evseId !== 0 && !evse) return rejected2("UnknownEvse");
    const busy = (evse ? [evse] : charger.evses).some(({ transaction }) => transaction);
    if (type === "OnIdle" && busy) {
      return { result: { status: "Scheduled" }, afterwards: () => controls.reset({ when: "when-idle", evse }) };
    }
    return accepted2(() => controls.reset({ when: type === "ImmediateAndResume" ? "resume" : "now", evse }));
  }),

  ChangeAvailability: define2(
    z.object({
      operationalStatus: z.enum(["Operative", "Inoperative"]),
      evse: z.object({ id: z.int(), connectorId: z.int().optional() }).optional(),
    }),
    ({ operationalStatus, evse: place }, { charger }) => {
      const operative = operationalStatus === "Operative";
      const evse = place && place.id !== 0 ? charger.evse(place.id) : undefined;
      const connector = place?.connectorId === undefined ? undefined : evse?.connectors[place.connectorId - 1];
      if (place && place.id !== 0 && !evse) return rejected2("UnknownEvse");
      if (place?.connectorId !== undefined && !connector) return rejected2("UnknownConnectorId");
      const target = connector ?? evse ?? charger;
      const concerned = evse ? [evse] : charger.evses;
      const busy = concerned.some(
        ({ transaction, pluggedInto }) => transaction && (!connector || pluggedInto === connector),
      );
      return {
        result: { status: !operative && busy ? "Scheduled" : "Accepted" },
        afterwards() {
          target.operative = operative;
          charger.review();
        },
      };
    },
  ),

  UnlockConnector: define2(
    z.object({ evseId: z.int(), connectorId: z.int() }),
    ({ evseId, connectorId }, { charger, faults }) => {
      const evse = charger.evse(evseId);
      if (!evse?.connectors[connectorId - 1]) return { result: { status: "UnknownConnector" } };
      if (evse.transaction && evse.authorisation) return { result: { status: "OngoingAuthorizedTransaction" } };
      return { result: { status: faults.jammedLock ? "UnlockFailed" : "Unlocked" } };
    },
    { status: "UnlockFailed" },
  ),

  TriggerMessage: define2(triggerRequest, (request, controls) => trigger2(controls, request)),

  GetTransactionStatus: define2(
    z.object({ transactionId: z.string().optional() }),
    ({ transactionId }, controls) => {
      const { charger } = controls;
      if (transactionId === undefined) return { result: { messagesInQueue: controls.outbox.holds() } };
      const known = controls.transaction(transactionId);
      if (known === undefined) return { result: { ongoingIndicator: false, messagesInQueue: false } };
      const ongoingIndicator = charger.running.some(({ number }) => number === known);
      return { result: { ongoingIndicator, messagesInQueue: controls.outbox.holds(known) } };
    },
    "none",
  ),

  ClearCache: define2(z.object({}), (_request, controls) => accepted2(() => controls.tokens.forgetAll())),

  DataTransfer: define2(
    z.object({ vendorId: z.string(), messageId: z.string().optional(), data: z.json().optional() }),
    ({ vendorId, messageId, data }, { about }) => {
      if (vendorId !== about.vendor) return { result: { status: "UnknownVendorId" } };
      // The one message of the maker's own that this station knows.
      if (messageId === "Echo") return { result: { status: "Accepted", data } };
      return { result: { status: "UnknownMessageId" } };
    },
  ),
} satisfies Record<SentBy<"csms", "2.1">, Command>;
