import { z } from "zod";

const element = z.looseObject({ conditions: z.record(z.string(), z.json()).optional() });
const prices = z.looseObject({ prices: z.array(element) }).optional();

/** A tariff of 2.1, as far as the station looks into it before it keeps it. */
export const tariff = z.looseObject({
  tariffId: z.string(),
  currency: z.string(),
  validFrom: z.string().optional(),
  energy: prices,
  chargingTime: prices,
  idleTime: prices,
  fixedFee: prices,
  reservationTime: prices,
  reservationFixed: prices,
});

export type Tariff = z.infer<typeof tariff>;

/** How many prices a tariff may have. */
export const mostElements = 10;

/** Why this station cannot count by a tariff; undefined when it can. It has no terminal that would know of payments. */
export function objectionTo(wanted: Tariff): "TooManyElements" | "ConditionNotSupported" | undefined {
  const { chargingTime, energy, fixedFee, idleTime, reservationFixed, reservationTime } = wanted;
  const parts = [energy, chargingTime, idleTime, fixedFee, reservationTime, reservationFixed];
  const elements = parts.flatMap((part) => part?.prices ?? []);
  if (elements.length > mostElements) return "TooManyElements";
  const conditions = elements.flatMap((one) => Object.keys(one.conditions ?? {}));
  return conditions.some((name) => name.startsWith("payment")) ? "ConditionNotSupported" : undefined;
}
