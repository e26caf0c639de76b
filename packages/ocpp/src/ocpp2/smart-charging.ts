import { profilesCleared, profileTaken } from "@chargehand/domain/charging/held-profiles";
import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import type { HoldingChange } from "@chargehand/domain/holding";
import { type ChargingCommand, profileOfLimit } from "@chargehand/domain/orders/charging";
import { byOwnSchedule } from "../charging/proof";
import { toMoment, toSchedule } from "../charging/schedule";
import type { Speech } from "../dialect";
import { byAnswer, byStatus, byStatusOrNone } from "../effects";
import type { Request, Response } from "../messages";
import { recorded, recordedAndAnswered } from "../recorded";
import { fromProfile, fromPurpose, toProfile, toPurpose } from "./charging-profile";
import { call, type Effects2, type Inbound2, notHere } from "./table";

// Blocks K and Q: smart charging, and vehicles that give back.

export const ClearedChargingLimit = recorded();

export const NotifyChargingLimit = recorded();

export const NotifyPriorityCharging = recorded();

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

/** How the commands of all 2.x are said. */
export const chargingSpeech = {
  "set-limit": (command) => setProfile(profileOfLimit(command)),

  "set-profile": ({ profile }) => setProfile(profile),

  "clear-profiles": ({ profile, evse, purpose, stackLevel }) =>
    call("ClearChargingProfile", {
      chargingProfileId: profile,
      chargingProfileCriteria:
        profile === undefined
          ? { evseId: evse, chargingProfilePurpose: purpose && fromPurpose(purpose), stackLevel }
          : undefined,
    }),

  "read-profiles": ({ evse, purpose }, { commandId }) =>
    call("GetChargingProfiles", {
      requestId: commandId,
      evseId: evse,
      chargingProfile: { chargingProfilePurpose: purpose && fromPurpose(purpose) },
    }),

  "ask-schedule": ({ evse, seconds, unit }) =>
    call("GetCompositeSchedule", { evseId: evse, duration: seconds, chargingRateUnit: unit }),
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

  NotifyAllowedEnergyTransfer: { toAnswer: byStatus, unprovable: "what the car makes of it is not told" },

  SetChargingProfile: {
    toAnswer: byStatus,
    toReports: ({ evseId, chargingProfile }, { status }) =>
      status === "Accepted" ? [{ type: "held", changes: taken(toProfile(evseId, chargingProfile)) }] : [],
    proof: ({ evseId, chargingProfile }) => byOwnSchedule(toProfile(evseId, chargingProfile)),
  },

  UpdateDynamicSchedule: { toAnswer: byStatus, unprovable: inForce },

  UsePriorityCharging: { toAnswer: byStatus, unprovable: inForce },
} satisfies Partial<Effects2>;

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
