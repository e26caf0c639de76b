import { keyOf, type Variable } from "../../dialects/ocpp2/variable";
import type { Monitor } from "./monitor";

/** The monitors that the maker of the station thought of. */
export function preconfigured(model: Variable[]): Monitor[] {
  return plans.flatMap(({ name, ...plan }, index) => {
    const key = keyOf({ name: "ChargingStation" }, { name });
    const watched = model.find(({ component, variable }) => keyOf(component, variable) === key);
    if (!watched) return [];
    return {
      id: index + 1,
      component: watched.component,
      variable: watched.variable,
      watched,
      ...plan,
      transaction: false,
      origin: "PreconfiguredMonitor" as const,
      exceeded: false,
      reference: undefined,
      dueAt: 0,
    };
  });
}

const plans = [
  { name: "Problem", type: "Delta", value: 1, severity: 2 },
  { name: "AvailabilityState", type: "Delta", value: 1, severity: 7 },
] as const;
