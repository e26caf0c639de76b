import { given, kept, type Variable } from "../../dialects/ocpp2/variable";
import { mostElements } from "./tariff";

const instance = (name: string, of: string) => ({ name, instance: of });

/** What a 2.x station tells about tariffs and costs. */
export const tariffVariables: Variable[] = [
  ...["Tariff", "Cost"].flatMap((what) => [
    given("TariffCostCtrlr", instance("Available", what), true),
    kept("TariffCostCtrlr", instance("Enabled", what), true),
  ]),
  kept("TariffCostCtrlr", "Currency", "EUR", { maxLimit: 3 }),
  kept("TariffCostCtrlr", "TariffFallbackMessage", "Ask the operator for the price", { maxLimit: 255 }),
  kept("TariffCostCtrlr", "TotalCostFallbackMessage", "The cost follows with the bill", { maxLimit: 255 }),
];

/** What 2.1 adds, where the station counts by itself. */
export const tariffVariables21: Variable[] = [
  given("TariffCostCtrlr", instance("MaxElements", "Tariff"), mostElements),
  given("TariffCostCtrlr", instance("ConditionsSupported", "Tariff"), true),
];
