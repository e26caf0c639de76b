import { byAnswer, byReport, byStatus, byStatusOrNone } from "../effects";
import { partOf, recorded, recordedAndAnswered } from "../recorded";
import { type Effects2, type Inbound2, notHere } from "./table";

// Blocks K and Q: smart charging, and vehicles that give back.

export const ClearedChargingLimit = recorded();

export const NotifyChargingLimit = recorded();

export const NotifyPriorityCharging = recorded();

export const ReportChargingProfiles = partOf("charging-profiles");

const noPlanner = notHere("charging is not planned here");

/** There is no plan for the car: it charges by its limits. Since 2.1 Rejected would end its session (K18). */
export const NotifyEVChargingNeeds: Inbound2<"NotifyEVChargingNeeds", "recorded"> = recordedAndAnswered(() => ({
  status: "NoChargingProfile",
  statusInfo: noPlanner,
}));

/** The same in 2.0.1, which has no other word for it, and ends no session by it (K15). */
export const NotifyEVChargingNeeds201: Inbound2<"NotifyEVChargingNeeds", "recorded"> = recordedAndAnswered(() => ({
  status: "Rejected",
  statusInfo: noPlanner,
}));

/** Accepted says that it was heard; by its definition it does not approve the car's schedule. */
export const NotifyEVChargingSchedule: Inbound2<"NotifyEVChargingSchedule", "recorded"> = recordedAndAnswered(() => ({
  status: "Accepted",
}));

export const PullDynamicScheduleUpdate: Inbound2<"PullDynamicScheduleUpdate", "recorded"> = recordedAndAnswered(() => ({
  status: "Rejected",
  statusInfo: noPlanner,
}));

const inForce = "a limit in force shows in the power; which ones there are is told only when asked";

export const smartCharging = {
  AFRRSignal: { toAnswer: byStatus, unprovable: "the signal shows in the power alone" },
  ClearChargingProfile: { toAnswer: byStatus, unprovable: inForce },
  GetChargingProfiles: { toAnswer: byStatusOrNone("NoProfiles"), proof: byReport("charging-profiles") },
  GetCompositeSchedule: { toAnswer: byStatus, proof: byAnswer },
  NotifyAllowedEnergyTransfer: { toAnswer: byStatus, unprovable: "what the car makes of it is not told" },
  SetChargingProfile: { toAnswer: byStatus, unprovable: inForce },
  UpdateDynamicSchedule: { toAnswer: byStatus, unprovable: inForce },
  UsePriorityCharging: { toAnswer: byStatus, unprovable: inForce },
} satisfies Partial<Effects2>;
