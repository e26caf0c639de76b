import { z } from "zod";
import type { Command } from "../../dialects/command";
import { define16, rejected16 } from "../../dialects/ocpp16/define";
import { compositeOf } from "./composite";
import { chargingProfile16, purposes16 } from "./profile16";

/** Smart charging in 1.6. */
export const smartChargingCommands16 = {
  SetChargingProfile: define16(
    z.object({ connectorId: z.int(), csChargingProfiles: chargingProfile16 }),
    rejected16,
    ({ connectorId, csChargingProfiles: { profile, transactionId } }, { blocks }) => {
      const wireTransaction = transactionId === undefined ? undefined : String(transactionId);
      const outcome = blocks.smartCharging.install({ profile, evse: connectorId, wireTransaction });
      return { result: outcome === "accepted" ? { status: "Accepted" } : rejected16 };
    },
  ),

  ClearChargingProfile: define16(
    z.object({
      id: z.int().optional(),
      connectorId: z.int().optional(),
      chargingProfilePurpose: z.enum(["ChargePointMaxProfile", "TxDefaultProfile", "TxProfile"]).optional(),
      stackLevel: z.int().optional(),
    }),
    { status: "Unknown" },
    ({ id, connectorId, chargingProfilePurpose: purpose, stackLevel }, { blocks }) => {
      // The id alone decides when there is one.
      const selection =
        id === undefined ? { evse: connectorId, purpose: purpose && purposes16[purpose], stackLevel } : { ids: [id] };
      const cleared = blocks.smartCharging.clear(selection);
      return { result: { status: cleared > 0 ? "Accepted" : "Unknown" } };
    },
  ),

  GetCompositeSchedule: define16(
    z.object({ connectorId: z.int(), duration: z.int(), chargingRateUnit: z.enum(["A", "W"]).optional() }),
    rejected16,
    ({ connectorId, duration, chargingRateUnit }, controls) => {
      const order = { evse: connectorId, durationSeconds: duration, unit: chargingRateUnit };
      const composite = duration > 0 ? compositeOf(controls, order) : undefined;
      if (!composite) return { result: rejected16 };
      return {
        result: {
          status: "Accepted",
          connectorId,
          scheduleStart: new Date(composite.startsAt).toISOString(),
          chargingSchedule: {
            duration,
            chargingRateUnit: composite.unit,
            chargingSchedulePeriod: composite.periods,
          },
        },
      };
    },
  ),
} satisfies Record<string, Command>;
