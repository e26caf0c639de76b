import type { ChargingPeriod, OperationMode, Rates } from "@chargehand/domain/charging/period";
import type { Request } from "../messages";
import { keyOf } from "../translate";
import { rest } from "./rest";

type Said = Request<"2.1", "SetChargingProfile">["chargingProfile"]["chargingSchedule"][number];
type Said21 = Said["chargingSchedulePeriod"][number];

/** A period as both families of versions say it; the later ones say more. */
export interface WirePeriod extends WireRates {
  startPeriod: number;
  numberPhases?: number;
  phaseToUse?: number;
  operationMode?: Said21["operationMode"];
}

/** What may be set anew while a dynamic profile holds. */
export interface WireRates {
  limit?: number;
  limit_L2?: number;
  limit_L3?: number;
  dischargeLimit?: number;
  dischargeLimit_L2?: number;
  dischargeLimit_L3?: number;
  setpoint?: number;
  setpoint_L2?: number;
  setpoint_L3?: number;
}

const rateNames = {
  limit: "limit",
  limitL2: "limit_L2",
  limitL3: "limit_L3",
  discharge: "dischargeLimit",
  dischargeL2: "dischargeLimit_L2",
  dischargeL3: "dischargeLimit_L3",
  setpoint: "setpoint",
  setpointL2: "setpoint_L2",
  setpointL3: "setpoint_L3",
} as const satisfies Record<keyof Rates, keyof WireRates>;

const modes = {
  idle: "Idle",
  "charging-only": "ChargingOnly",
  "central-setpoint": "CentralSetpoint",
  "external-setpoint": "ExternalSetpoint",
  "external-limits": "ExternalLimits",
  "central-frequency": "CentralFrequency",
  "local-frequency": "LocalFrequency",
  "local-load-balancing": "LocalLoadBalancing",
} as const satisfies Record<OperationMode, NonNullable<Said21["operationMode"]>>;

export function toPeriod(said: WirePeriod): ChargingPeriod {
  const { startPeriod, numberPhases, phaseToUse, operationMode, ...others } = said;
  const { rates, more } = toRates(others);
  const mode = operationMode && keyOf(modes, operationMode);
  return {
    start: startPeriod,
    ...rates,
    ...(numberPhases !== undefined && { phases: numberPhases }),
    ...(phaseToUse !== undefined && { phase: phaseToUse }),
    ...(mode && { mode }),
    ...rest(more),
  };
}

/** The rates that were said, and what else was. */
export function toRates(said: WireRates): { rates: Rates; more: object } {
  const names = new Set<string>(Object.values(rateNames));
  const rates: Rates = {};
  for (const name of ratesInOrder) {
    const rate = said[rateNames[name]];
    if (rate !== undefined) rates[name] = rate;
  }
  return { rates, more: Object.fromEntries(Object.entries(said).filter(([name]) => !names.has(name))) };
}

export const fromPeriod = ({ start, phases, phase, mode, more, ...rates }: ChargingPeriod) => ({
  ...more,
  startPeriod: start,
  ...fromRates(rates),
  numberPhases: phases,
  ...(phase !== undefined && { phaseToUse: phase }),
  // Older versions have no such name, not even for nothing.
  ...(mode && { operationMode: modes[mode] }),
});

export function fromRates(rates: Rates): WireRates {
  const said: WireRates = {};
  for (const name of ratesInOrder) if (rates[name] !== undefined) said[rateNames[name]] = rates[name];
  return said;
}

const ratesInOrder = [
  "limit",
  "limitL2",
  "limitL3",
  "discharge",
  "dischargeL2",
  "dischargeL3",
  "setpoint",
  "setpointL2",
  "setpointL3",
] as const satisfies readonly (keyof Rates)[];
