import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import type { HoldingChange } from "@chargehand/domain/holding";
import { type ChargingCommand, profileOfLimit } from "@chargehand/domain/orders/charging";
import type { ProofPlan } from "@chargehand/domain/proof";
import { profilesCleared, profileTaken } from "../charging/held-profiles";
import { fromRates, toRates } from "../charging/period";
import { byOwnSchedule } from "../charging/proof";
import { rest } from "../charging/rest";
import { toMoment, toSchedule } from "../charging/schedule";
import type { Speech } from "../dialect";
import { byAnswer, byStatus, byStatusOrNone } from "../effects";
import type { Request, Response } from "../messages";
import { fromProfile, fromPurpose, toProfile, toPurpose } from "./charging-profile";
import { call, type Effects2, type Inbound2 } from "./table";

// Blocks K and Q: smart charging, and vehicles that give back.

/** A part of the profiles that we asked for: those of one place, set by one source. */
export const ReportChargingProfiles: Inbound2<"ReportChargingProfiles", "part"> = {
  report: "part",
  toReport: ({ requestId, evseId, chargingLimitSource, chargingProfile, tbc = false }) => ({
    type: "part",
    of: "charging-profiles",
    part: { requestId, last: !tbc },
    holdings: chargingProfile.map((said) => ({
      kind: "charging-profile",
      key: String(said.id),
      value: toProfile(evseId, said, chargingLimitSource),
    })),
  }),
  toAnswer: () => ({}),
};

/** How the commands of all 2.x are said. */
export const chargingSpeech = {
  "set-limit": (command) => setProfile(profileOfLimit(command)),

  "set-profile": ({ profile, session }) => setProfile(session === undefined ? profile : { ...profile, session }),

  "clear-profiles": ({ profile, evse, purpose, stackLevel }) =>
    call("ClearChargingProfile", {
      chargingProfileId: profile,
      chargingProfileCriteria:
        profile === undefined
          ? { evseId: evse, chargingProfilePurpose: purpose && fromPurpose(purpose), stackLevel }
          : undefined,
    }),

  "read-profiles": ({ profile, evse, purpose }, { commandId }) =>
    call("GetChargingProfiles", {
      requestId: commandId,
      evseId: evse,
      chargingProfile: {
        chargingProfileId: profile === undefined ? undefined : [profile],
        chargingProfilePurpose: purpose && fromPurpose(purpose),
      },
    }),

  "ask-schedule": ({ evse, seconds, unit }) =>
    call("GetCompositeSchedule", { evseId: evse, duration: seconds, chargingRateUnit: unit }),

  "use-priority": ({ session, active }) => call("UsePriorityCharging", { transactionId: session, activate: active }),

  "set-dynamic-limit": ({ type: _type, profile, ...rates }) =>
    call("UpdateDynamicSchedule", { chargingProfileId: profile, scheduleUpdate: fromRates(rates) }),

  "send-grid-signal": ({ signal, at }) => call("AFRRSignal", { timestamp: at, signal }),

  "allow-energy-transfer": ({ session, modes }) => ({
    action: "NotifyAllowedEnergyTransfer",
    payload: { transactionId: session, allowedEnergyTransfer: modes },
  }),
} satisfies Pick<Speech, ChargingCommand["type"]>;

const setProfile = (profile: ChargingProfile) =>
  call("SetChargingProfile", { evseId: profile.evse, chargingProfile: fromProfile(profile) });

export const smartCharging = {
  AFRRSignal: { toAnswer: byStatus, unprovable: "the signal shows in the power alone" },

  ClearChargingProfile: {
    toAnswer: byStatus,
    toReports: ({ chargingProfileId: id, chargingProfileCriteria: criteria }, { status }) =>
      // Unknown: there is none of what was to be cleared, which is as good.
      status === "Accepted" || status === "Unknown"
        ? [{ type: "held", changes: profilesCleared({ id, ...toSelection(criteria) }) }]
        : [],
    unprovable: "which profiles are left is told only when asked",
  },

  GetChargingProfiles: {
    toAnswer: byStatusOrNone("NoProfiles"),
    toReports: (request, { status }) =>
      status === "NoProfiles" && isWhole(request)
        ? [{ type: "held", changes: [{ do: "clear", kind: "charging-profile" }] }]
        : [],
    proof: (request) => ({
      watch: { for: "report", of: "charging-profiles", requestId: request.requestId, whole: isWhole(request) },
      deadlineSeconds: 120,
    }),
  },

  GetCompositeSchedule: {
    toAnswer: byStatus,
    toReports: (_request, { status, schedule }) =>
      status === "Accepted" && schedule ? [{ type: "held", changes: [reportedSchedule(schedule)] }] : [],
    proof: byAnswer,
  },

  NotifyAllowedEnergyTransfer: {
    toAnswer: byStatus,
    toReports: ({ transactionId: session, allowedEnergyTransfer: allowed }, { status }) =>
      status === "Accepted"
        ? [
            {
              type: "held",
              changes: [{ do: "set", kind: "energy-transfer", key: session, value: { session, allowed } }],
            },
          ]
        : [],
    unprovable: "what the car makes of it is not told",
  },

  SetChargingProfile: {
    toAnswer: byStatus,
    toReports: ({ evseId, chargingProfile }, { status }) =>
      status === "Accepted" ? [{ type: "held", changes: taken(toProfile(evseId, chargingProfile)) }] : [],
    proof: ({ evseId, chargingProfile }) =>
      byOwnSchedule(toProfile(evseId, chargingProfile)) ?? byReading(chargingProfile.id),
  },

  UpdateDynamicSchedule: {
    toAnswer: byStatus,
    toReports({ chargingProfileId: profile, scheduleUpdate }, { status }) {
      const { rates, more } = toRates(scheduleUpdate);
      return status === "Accepted" ? [{ type: "dynamic-limits", profile, limits: { ...rates, ...rest(more) } }] : [];
    },
    unprovable: "what holds of it shows in the station's schedule, when it is asked for",
  },

  UsePriorityCharging: {
    toAnswer: byStatus,
    toReports: ({ transactionId: session, activate: active }, { status }) =>
      status === "Accepted"
        ? [
            {
              type: "held",
              changes: [{ do: "set", kind: "priority-charging", key: session, value: { session, active } }],
            },
          ]
        : [],
    unprovable: "a station tells by itself only what was switched at the station",
  },
} satisfies Partial<Effects2>;

/** What adds to the limits, or waits for its hour, shows in no schedule; but it is named when it is asked for. */
const byReading = (profile: number): ProofPlan => ({
  watch: { for: "named", kind: "charging-profile", key: String(profile) },
  deadlineSeconds: 60,
  probe: { type: "read-profiles", profile },
});

/** Two of the same place and level may stand beside each other where their times do not meet (K01). */
const taken = (profile: ChargingProfile) =>
  profileTaken(profile, { inPlace: profile.validFrom === undefined && profile.validTo === undefined });

/** Nothing of what a station holds was left out of the question. */
const isWhole = ({ evseId, chargingProfile: criteria }: Request<"2.1", "GetChargingProfiles">) =>
  evseId === undefined && Object.values(criteria).every((each) => each === undefined);

type Criteria = Request<"2.1", "ClearChargingProfile">["chargingProfileCriteria"];

const toSelection = ({ evseId, chargingProfilePurpose: purpose, stackLevel }: Criteria & object = {}) => ({
  evse: evseId,
  purpose: purpose && toPurpose(purpose),
  stackLevel,
});

function reportedSchedule(said: Response<"2.1", "GetCompositeSchedule">["schedule"] & object): HoldingChange {
  const { evseId: evse, scheduleStart, duration } = said;
  const { unit, periods } = toSchedule(said);
  const value = { evse, startsAt: toMoment(scheduleStart), durationSeconds: duration, unit, periods };
  return { do: "set", kind: "reported-schedule", key: String(evse), value };
}
