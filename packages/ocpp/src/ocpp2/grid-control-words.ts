import type { GridControlType } from "@chargehand/domain/grid/control";
import type { Request } from "../messages";
import { keyOf } from "../translate";

type Wanted = Request<"2.1", "SetDERControl">;

const types = {
  "enter-service": "EnterService",
  "freq-droop": "FreqDroop",
  "freq-watt": "FreqWatt",
  "fixed-pf-absorb": "FixedPFAbsorb",
  "fixed-pf-inject": "FixedPFInject",
  "fixed-var": "FixedVar",
  gradients: "Gradients",
  "hf-must-trip": "HFMustTrip",
  "hf-may-trip": "HFMayTrip",
  "hv-must-trip": "HVMustTrip",
  "hv-mom-cess": "HVMomCess",
  "hv-may-trip": "HVMayTrip",
  "limit-max-discharge": "LimitMaxDischarge",
  "lf-must-trip": "LFMustTrip",
  "lv-must-trip": "LVMustTrip",
  "lv-mom-cess": "LVMomCess",
  "lv-may-trip": "LVMayTrip",
  "power-monitoring-must-trip": "PowerMonitoringMustTrip",
  "volt-var": "VoltVar",
  "volt-watt": "VoltWatt",
  "watt-pf": "WattPF",
  "watt-var": "WattVar",
} as const satisfies Record<GridControlType, Wanted["controlType"]>;

export const fromType = (type: GridControlType) => types[type];

export const toType = (said: Wanted["controlType"]): GridControlType => keyOf(types, said) ?? "volt-var";

const orderNames = {
  "enter-service": "enterService",
  "fixed-pf-absorb": "fixedPFAbsorb",
  "fixed-pf-inject": "fixedPFInject",
  "fixed-var": "fixedVar",
  "freq-droop": "freqDroop",
  gradients: "gradient",
  "limit-max-discharge": "limitMaxDischarge",
} as const satisfies Partial<Record<GridControlType, keyof Wanted>>;

const named: Readonly<Partial<Record<GridControlType, (typeof orderNames)[keyof typeof orderNames]>>> = orderNames;

/** The field in which an order of a type is written; the others are curves. */
export const orderNameOf = (type: GridControlType) => named[type] ?? "curve";

/** The order that a request holds. */
export const orderIn = (request: Wanted): NonNullable<Wanted[ReturnType<typeof orderNameOf>]> =>
  request[orderNameOf(toType(request.controlType))] ?? { priority: 0 };
