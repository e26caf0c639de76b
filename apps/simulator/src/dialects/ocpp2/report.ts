import type { Request } from "@chargehand/ocpp/messages";
import type { Controls } from "../../charger/controls";
import type { Message } from "../../wire/outbox";
import { deviceModel } from "./device-model";
import type { Variable } from "./variable";

export type ReportBase = "ConfigurationInventory" | "FullInventory" | "SummaryInventory";

/** The device model in several parts, as much as was asked for. */
export function reportParts(controls: Controls, requestId: number, base: ReportBase): Message[] {
  const variables = deviceModel(controls).filter((variable) => belongsTo(base, variable));
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
