import type { Request } from "@chargehand/ocpp/messages";
import type { Controls } from "../../charger/controls";
import type { Message } from "../../wire/outbox";
import { deviceModel } from "./device-model";
import { isSelected, type Selections } from "./selection";
import { keyOf, type Variable } from "./variable";

export type ReportBase = "ConfigurationInventory" | "FullInventory" | "SummaryInventory";

export type Criterion = "Active" | "Available" | "Enabled" | "Problem";

/** Everything that belongs to a report of this kind. */
export function inventory(controls: Controls, base: ReportBase): Variable[] {
  return deviceModel(controls).filter((variable) => belongsTo(base, variable));
}

/** The variables that are selected, of components that meet any of the criteria. */
export function selection(controls: Controls, selected: Selections, criteria: Criterion[] | undefined): Variable[] {
  const model = deviceModel(controls);
  const holds = (criterion: Criterion, { component }: Variable): boolean => {
    const wanted = keyOf(component, { name: criterion });
    const value = model.find((one) => keyOf(one.component, one.variable) === wanted)?.read?.(controls);
    // What a component does not tell is as it should be.
    return value === undefined ? criterion !== "Problem" : value.toLowerCase() === "true";
  };
  return model
    .filter((variable) => isSelected(selected, variable))
    .filter((variable) => !criteria || criteria.some((criterion) => holds(criterion, variable)));
}

/** A report of these variables, in several parts. */
export function reportOf(controls: Controls, requestId: number, variables: Variable[]): Message[] {
  const count = Math.max(1, Math.ceil(variables.length / variablesPerPart));
  return Array.from({ length: count }, (_, seqNo) => ({
    action: "NotifyReport",
    urgent: true,
    build: () =>
      ({
        requestId,
        generatedAt: new Date(controls.now()).toISOString(),
        seqNo,
        tbc: seqNo < count - 1,
        reportData: variables
          .slice(seqNo * variablesPerPart, (seqNo + 1) * variablesPerPart)
          .map((variable) => reported(variable, controls)),
      }) satisfies Request<"2.0.1", "NotifyReport">,
  }));
}

const variablesPerPart = 24;

function belongsTo(base: ReportBase, { read, write, variable }: Variable): boolean {
  if (base === "ConfigurationInventory") return write !== undefined;
  if (base === "FullInventory") return true;
  return read !== undefined && summary.has(variable.name);
}

const summary = new Set(["AvailabilityState", "Available", "Problem"]);

function reported(definition: Variable, controls: Controls) {
  const { component, variable, read, write, constant, dataType, unit, minLimit, maxLimit, valuesList } = definition;
  const value = read?.(controls);
  return {
    component,
    variable,
    variableAttribute: [
      {
        type: "Actual" as const,
        ...(value !== undefined && { value }),
        mutability: mutability(definition),
        persistent: write !== undefined,
        constant: constant ?? false,
      },
    ],
    variableCharacteristics: {
      dataType,
      supportsMonitoring: definition.supportsMonitoring ?? false,
      ...(unit !== undefined && { unit }),
      ...(minLimit !== undefined && { minLimit }),
      ...(maxLimit !== undefined && { maxLimit }),
      ...(valuesList !== undefined && { valuesList: valuesList.join(",") }),
    },
  };
}

function mutability({ read, write }: Variable): "ReadOnly" | "WriteOnly" | "ReadWrite" {
  if (!read) return "WriteOnly";
  return write ? "ReadWrite" : "ReadOnly";
}
