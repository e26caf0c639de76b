import { type ChargingCommand, profileOfLimit, type SetLimit } from "@chargehand/domain/orders/charging";

const limit = { type: "set-limit", evse: 0, limit: 10, unit: "A" } as const satisfies SetLimit;

/** One of each command about power, to see whether a version has words for it. */
export const chargingExamples = {
  "set-limit": limit,
  "set-profile": { type: "set-profile", profile: profileOfLimit(limit) },
  "clear-profiles": { type: "clear-profiles" },
  "read-profiles": { type: "read-profiles" },
  "ask-schedule": { type: "ask-schedule", evse: 0, seconds: 3600 },
} as const satisfies { [T in ChargingCommand["type"]]: Extract<ChargingCommand, { type: T }> };
