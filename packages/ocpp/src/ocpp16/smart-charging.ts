import { profileOfLimit } from "@chargehand/domain/orders/charging";
import { profilesCleared, profileTaken } from "../charging/held-profiles";
import { byOwnSchedule } from "../charging/proof";
import { toMoment, toSchedule } from "../charging/schedule";
import { type Speech, wordless } from "../dialect";
import { byAnswer, byStatus } from "../effects";
import { fromProfile, fromPurpose, toProfile, toPurpose } from "./charging-profile";
import { call, type Effects16 } from "./table";

// The profile of smart charging.

/** How its commands are said. */
export const chargingSpeech = {
  "set-limit": (command) => setProfile(profileOfLimit(command)),

  "set-profile": ({ profile, session }) => setProfile(session === undefined ? profile : { ...profile, session }),

  "clear-profiles": ({ profile, evse, purpose, stackLevel }) =>
    call("ClearChargingProfile", {
      id: profile,
      connectorId: evse,
      chargingProfilePurpose: purpose && fromPurpose(purpose),
      stackLevel,
    }),

  "read-profiles": wordless("OCPP 1.6 cannot list the profiles of a station"),

  "ask-schedule": ({ evse, seconds, unit }) =>
    call("GetCompositeSchedule", { connectorId: evse, duration: seconds, chargingRateUnit: unit }),
} satisfies Partial<Speech>;

const setProfile = (profile: Parameters<typeof fromProfile>[0]) =>
  call("SetChargingProfile", { connectorId: profile.evse, csChargingProfiles: fromProfile(profile) });

export const smartCharging = {
  ClearChargingProfile: {
    toAnswer: byStatus,
    toReports: ({ id, connectorId, chargingProfilePurpose: purpose, stackLevel }, { status }) =>
      // Unknown: there is none of what was to be cleared, which is as good.
      status === "Accepted" || status === "Unknown"
        ? [
            {
              type: "held",
              changes: profilesCleared({ id, evse: connectorId, purpose: purpose && toPurpose(purpose), stackLevel }),
            },
          ]
        : [],
    unprovable: "1.6 cannot list the profiles; what is left shows in the schedule, when it is asked for",
  },

  GetCompositeSchedule: {
    toAnswer: byStatus,
    toReports({ connectorId, duration }, { status, scheduleStart, chargingSchedule }) {
      const startsAt = scheduleStart ?? chargingSchedule?.startSchedule;
      if (status !== "Accepted" || !chargingSchedule || startsAt === undefined) return [];
      const { unit, periods, durationSeconds } = toSchedule(chargingSchedule);
      const value = { evse: connectorId, startsAt: toMoment(startsAt), unit, periods };
      return [
        {
          type: "held",
          changes: [
            {
              do: "set",
              kind: "reported-schedule",
              key: String(connectorId),
              value: { ...value, durationSeconds: durationSeconds ?? duration },
            },
          ],
        },
      ];
    },
    proof: byAnswer,
  },

  SetChargingProfile: {
    toAnswer: byStatus,
    toReports: ({ connectorId, csChargingProfiles }, { status }) =>
      status === "Accepted"
        ? [{ type: "held", changes: profileTaken(toProfile(connectorId, csChargingProfiles), { inPlace: true }) }]
        : [],
    proof: ({ connectorId, csChargingProfiles }) => byOwnSchedule(toProfile(connectorId, csChargingProfiles)),
  },
} satisfies Partial<Effects16>;
