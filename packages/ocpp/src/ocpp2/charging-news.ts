import type { CarNeeds } from "@chargehand/domain/charging/car";
import type { ExternalLimit } from "@chargehand/domain/charging/profile";
import { fromRates } from "../charging/period";
import { rest } from "../charging/rest";
import { toMoment, toSchedule } from "../charging/schedule";
import type { InboundContext } from "../dialect";
import type { Request } from "../messages";
import { type Inbound2, notHere } from "./table";

// Blocks K and Q: what stations tell by themselves about power, and about the cars that draw it.

/** Somebody else limits the station. A schedule that names no start begins now. */
export const NotifyChargingLimit: Inbound2<"NotifyChargingLimit", "held"> = {
  report: "held",
  toReport({ evseId: evse = 0, chargingLimit, chargingSchedule = [] }, { receivedAt }) {
    const { chargingLimitSource: source, isGridCritical, isLocalGeneration } = chargingLimit;
    const value: ExternalLimit = {
      evse,
      source,
      ...(isGridCritical !== undefined && { gridCritical: isGridCritical }),
      ...(isLocalGeneration && { generation: true }),
      schedules: chargingSchedule.map((said) => ({ startsAt: receivedAt.toISOString(), ...toSchedule(said) })),
    };
    const key = [source, evse, ...(isLocalGeneration ? ["generation"] : [])].join("/");
    return { type: "held", changes: [{ do: "set", kind: "charging-limit", key, value }] };
  },
  toAnswer: () => ({}),
};

/** Where it names no evse, all that came from that source is lifted. */
export const ClearedChargingLimit: Inbound2<"ClearedChargingLimit", "held"> = {
  report: "held",
  toReport: ({ chargingLimitSource: source, evseId: evse }) => ({
    type: "held",
    changes: [{ do: "clear", kind: "charging-limit", matching: { source, ...(evse !== undefined && { evse }) } }],
  }),
  toAnswer: () => ({}),
};

export const NotifyPriorityCharging: Inbound2<"NotifyPriorityCharging", "held"> = {
  report: "held",
  toReport: ({ transactionId: session, activated: active }) => ({
    type: "held",
    changes: [{ do: "set", kind: "priority-charging", key: session, value: { session, active } }],
  }),
  toAnswer: () => ({}),
};

const noPlanner = notHere("charging is not planned here");

/** What the car needs is kept. There is no plan for it: it charges by its limits. Since 2.1 Rejected would end its session (K18). */
export const NotifyEVChargingNeeds: Inbound2<"NotifyEVChargingNeeds", "held"> = {
  report: "held",
  toReport: (request, context) => ({
    type: "held",
    changes: [{ do: "set", kind: "car-needs", key: String(request.evseId), value: toNeeds(request, context) }],
  }),
  toAnswer: () => ({ status: "NoChargingProfile", statusInfo: noPlanner }),
};

/** The same in 2.0.1, which has no other word for it, and ends no session by it (K15). */
export const NotifyEVChargingNeeds201: typeof NotifyEVChargingNeeds = {
  ...NotifyEVChargingNeeds,
  toAnswer: () => ({ status: "Rejected", statusInfo: noPlanner }),
};

/** Accepted says that it was heard; by its definition it does not approve the car's schedule. */
export const NotifyEVChargingSchedule: Inbound2<"NotifyEVChargingSchedule", "held"> = {
  report: "held",
  toReport: ({ evseId: evse, timeBase, chargingSchedule }) => {
    const value = { evse, startsAt: toMoment(timeBase), schedule: toSchedule(chargingSchedule) };
    return { type: "held", changes: [{ do: "set", kind: "car-schedule", key: String(evse), value }] };
  },
  toAnswer: () => ({ status: "Accepted" }),
};

/** The station asks for the limits of a dynamic profile: it gets what was set last. */
export const PullDynamicScheduleUpdate: Inbound2<"PullDynamicScheduleUpdate", "dynamic-limits-asked"> = {
  report: "dynamic-limits-asked",
  toReport: ({ chargingProfileId }) => ({ type: "dynamic-limits-asked", profile: chargingProfileId }),
  toAnswer({ period }) {
    if (!period) return { status: "Rejected", statusInfo: notHere("no dynamic profile of this number was set") };
    const more = Object.fromEntries(Object.entries(period.more ?? {}).filter(([name]) => reactive.has(name)));
    return { status: "Accepted", scheduleUpdate: { ...more, ...fromRates(period) } };
  },
};

// Of all that a period may hold beside its rates, what can be set anew.
const reactive = new Set(["setpointReactive", "setpointReactive_L2", "setpointReactive_L3"]);

function toNeeds(
  { evseId: evse, chargingNeeds, timestamp }: Request<"2.1", "NotifyEVChargingNeeds">,
  { receivedAt }: InboundContext,
): CarNeeds {
  const { requestedEnergyTransfer, departureTime, controlMode, ...others } = chargingNeeds;
  const { acChargingParameters: ac, dcChargingParameters: dc, v2xChargingParameters: v2x } = others;
  const said = {
    departure: departureTime && toMoment(departureTime),
    energyWh: ac?.energyAmount ?? dc?.energyAmount ?? v2x?.evTargetEnergyRequest,
    maxPowerW: dc?.evMaxPower ?? v2x?.maxChargePower,
    maxCurrentA: ac?.evMaxCurrent ?? dc?.evMaxCurrent ?? v2x?.maxChargeCurrent,
    minCurrentA: ac?.evMinCurrent ?? v2x?.minChargeCurrent,
    charge: dc?.stateOfCharge,
    targetCharge: v2x?.targetSoC ?? dc?.fullSoC,
    control: controlMode && (controlMode === "DynamicControl" ? "dynamic" : "scheduled"),
  } as const;
  return {
    ...said,
    evse,
    transfer: requestedEnergyTransfer,
    toldAt: timestamp ? toMoment(timestamp) : receivedAt.toISOString(),
    ...rest(others),
  };
}
