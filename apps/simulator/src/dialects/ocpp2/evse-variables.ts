import type { Controls } from "../../charger/controls";
import type { Evse } from "../../charger/evse";
import { ratedWatts } from "../../physics/supply";
import { statusOf } from "./connector-status";
import { type ComponentName, given, kept, told, type Variable } from "./variable";

/** What 2.1 adds to that. */
export function evseVariables21({ id }: Evse): Variable[] {
  const here: ComponentName = { name: "EVSE", evse: { id } };
  return [
    told(here, "ActiveTransactionId", ({ charger }) => charger.evse(id)?.transaction?.wireId ?? "", {
      maxLimit: 36,
      supportsMonitoring: true,
    }),
  ];
}

/** What there is to know about one EVSE and its connectors. */
export function evseVariables({ id, connectors, bay }: Evse): Variable[] {
  const here: ComponentName = { name: "EVSE", evse: { id } };
  const one = (controls: Controls): Evse | undefined => controls.charger.evse(id);
  const watts = ratedWatts(bay.supply);
  const phases = bay.supply.current === "AC" ? bay.supply.phases : 3;
  return [
    told(here, "AvailabilityState", (controls) => availabilityOf(one(controls)), {
      dataType: "OptionList",
      valuesList: ["Available", "Occupied", "Reserved", "Unavailable", "Faulted"],
      supportsMonitoring: true,
    }),
    given(here, "Available", true),
    given(here, "AllowReset", true),
    told(here, "Power", (controls) => powerOf(controls, id), {
      dataType: "decimal",
      unit: "W",
      maxLimit: watts,
      supportsMonitoring: true,
    }),
    given(here, "SupplyPhases", phases),
    kept(here, "ISO15118EvseId", `NO*CHG*E${id}`, { maxLimit: 37 }),
    told({ name: "FiscalMetering", evse: { id } }, "EnergyImportRegister", (controls) => registerOf(controls, id), {
      dataType: "decimal",
      unit: "Wh",
      supportsMonitoring: true,
    }),
    ...connectors.flatMap((connector) => {
      const plug: ComponentName = { name: "Connector", evse: { id, connectorId: connector.id } };
      return [
        told(plug, "AvailabilityState", (controls) => connectorState(one(controls), connector.id), {
          dataType: "OptionList",
          valuesList: ["Available", "Occupied", "Reserved", "Unavailable", "Faulted"],
          supportsMonitoring: true,
        }),
        given(plug, "Available", true),
        given(plug, "ConnectorType", connector.type),
        given(plug, "SupplyPhases", phases),
      ];
    }),
  ];
}

function availabilityOf(evse: Evse | undefined): string {
  const states = evse?.connectors.map((connector) => statusOf(evse, connector)) ?? [];
  return (
    (["Occupied", "Reserved", "Available", "Faulted"] as const).find((state) => states.includes(state)) ?? "Unavailable"
  );
}

function connectorState(evse: Evse | undefined, connectorId: number): string {
  const connector = evse?.connectors[connectorId - 1];
  return evse && connector ? statusOf(evse, connector) : "Unavailable";
}

function powerOf({ charger }: Controls, id: number): string {
  const evse = charger.evse(id);
  return evse ? charger.reading(evse).flow.watts.toFixed(1) : "0";
}

function registerOf({ charger }: Controls, id: number): string {
  const evse = charger.evse(id);
  return evse ? charger.reading(evse).wh.toFixed(1) : "0";
}
