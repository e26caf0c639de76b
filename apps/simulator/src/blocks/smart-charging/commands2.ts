import { z } from "zod";
import type { Controls } from "../../charger/controls";
import type { Command } from "../../dialects/command";
import { accepted2, define2, rejected2 } from "../../dialects/ocpp2/define";
import { isEnabled } from "../../dialects/ocpp2/variable";
import { compositeOf } from "./composite";
import { install2 } from "./install2";
import { chargingProfile2, purpose2, purposes2 } from "./profile2";
import type { Selection } from "./smart-charging";

const purpose = purpose2.optional();

/** Smart charging in 2.0.1 and 2.1. */
export const smartChargingCommands2 = {
  SetChargingProfile: define2(
    z.object({ evseId: z.int(), chargingProfile: chargingProfile2 }),
    ({ evseId, chargingProfile }, controls) => {
      if (!isEnabled(controls, "SmartChargingCtrlr")) return rejected2("NotEnabled");
      const outcome = install2(controls, evseId, chargingProfile);
      return outcome === "accepted" ? accepted2() : rejected2(outcome);
    },
  ),

  ClearChargingProfile: define2(
    z.object({
      chargingProfileId: z.int().optional(),
      chargingProfileCriteria: z
        .object({ evseId: z.int().optional(), chargingProfilePurpose: purpose, stackLevel: z.int().optional() })
        .optional(),
    }),
    ({ chargingProfileId: id, chargingProfileCriteria: criteria }, { blocks }) => {
      const selection = id === undefined ? selectionOf(criteria ?? {}) : { ids: [id] };
      const cleared = selection ? blocks.smartCharging.clear(selection) : 0;
      return { result: { status: cleared > 0 ? "Accepted" : "Unknown" } };
    },
    { status: "Unknown" },
  ),

  GetCompositeSchedule: define2(
    z.object({ evseId: z.int(), duration: z.int(), chargingRateUnit: z.enum(["A", "W"]).optional() }),
    ({ evseId, duration, chargingRateUnit }, controls) => {
      if (duration <= 0) return rejected2("InvalidValue");
      const composite = compositeOf(controls, { evse: evseId, durationSeconds: duration, unit: chargingRateUnit });
      if (!composite) return rejected2("UnknownEvse");
      return {
        result: {
          status: "Accepted",
          schedule: {
            evseId,
            duration,
            scheduleStart: new Date(composite.startsAt).toISOString(),
            chargingRateUnit: composite.unit,
            chargingSchedulePeriod: composite.periods,
          },
        },
      };
    },
  ),

  GetChargingProfiles: define2(
    z.object({
      requestId: z.int(),
      evseId: z.int().optional(),
      chargingProfile: z.object({
        chargingProfilePurpose: purpose,
        stackLevel: z.int().optional(),
        chargingProfileId: z.array(z.int()).optional(),
        chargingLimitSource: z.array(z.string()).optional(),
      }),
    }),
    (
      { requestId, evseId, chargingProfile: { chargingProfileId: ids, chargingLimitSource: from, ...criteria } },
      controls,
    ) => {
      const selection = selectionOf({ ...criteria, evseId });
      // Everything here was set by the operator of the network.
      const meant = selection && (from?.includes("CSO") ?? true);
      const profiles = meant ? controls.blocks.smartCharging.select({ ...selection, ids }) : [];
      if (profiles.length === 0) return { result: { status: "NoProfiles" } };
      return accepted2(() => report(controls, requestId, profiles));
    },
    { status: "NoProfiles" },
  ),
} satisfies Record<string, Command>;

/** Undefined when nothing here can be meant: limits from elsewhere are not kept as profiles. */
function selectionOf({
  chargingProfilePurpose: purpose,
  evseId: evse,
  stackLevel,
}: {
  chargingProfilePurpose?: z.infer<typeof purpose2>;
  evseId?: number;
  stackLevel?: number;
}): Selection | undefined {
  if (purpose === "ChargingStationExternalConstraints") return undefined;
  return { evse, purpose: purpose && purposes2[purpose], stackLevel };
}

/** One message for each EVSE that has profiles, the last of them marked as such. */
function report(
  { post }: Controls,
  requestId: number,
  profiles: ReturnType<Controls["blocks"]["smartCharging"]["select"]>,
): void {
  const places = [...new Set(profiles.map(({ evse }) => evse))];
  for (const evseId of places) {
    post({
      action: "ReportChargingProfiles",
      build: () => ({
        requestId,
        chargingLimitSource: "CSO",
        evseId,
        chargingProfile: profiles.filter(({ evse }) => evse === evseId).map(({ wire }) => wire),
        tbc: evseId !== places.at(-1),
      }),
    });
  }
}
