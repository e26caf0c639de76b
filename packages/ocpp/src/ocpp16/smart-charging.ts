import { byAnswer, byStatus } from "../effects";
import type { Effects16 } from "./table";

// The profile of smart charging.

const inForce = "a limit in force shows in the power; 1.6 cannot list the profiles";

export const smartCharging = {
  ClearChargingProfile: { toAnswer: byStatus, unprovable: inForce },
  GetCompositeSchedule: { toAnswer: byStatus, proof: byAnswer },
  SetChargingProfile: { toAnswer: byStatus, unprovable: inForce },
} satisfies Partial<Effects16>;
