import { z } from "zod";
import type { Controls } from "../../charger/controls";
import { deviceModel } from "./device-model";
import { componentName, variableName } from "./selection";
import { fits, keyOf, type Variable } from "./variable";

const attributeType = z.enum(["Actual", "Target", "MinSet", "MaxSet"]).optional();

export const getVariablesRequest = z.object({
  getVariableData: z.array(z.object({ component: componentName, variable: variableName, attributeType })),
});

export const setVariablesRequest = z.object({
  setVariableData: z.array(
    z.object({ component: componentName, variable: variableName, attributeType, attributeValue: z.string() }),
  ),
});

type Get = z.infer<typeof getVariablesRequest>["getVariableData"][number];
type Set = z.infer<typeof setVariablesRequest>["setVariableData"][number];

/** Reads one variable; a secret is refused, a name that means nothing says which half of it was wrong. */
export function getVariable(asked: Get, controls: Controls) {
  const found = findVariable(asked, controls);
  const same = named(asked);
  if (typeof found === "string") return { attributeStatus: found, ...same };
  if (isOther(asked)) return { attributeStatus: "NotSupportedAttributeType", ...same };
  const value = found.read?.(controls);
  if (value === undefined) return { attributeStatus: "Rejected", ...same };
  return { attributeStatus: "Accepted", attributeValue: value, ...same };
}

/** Writes one variable, if it can be written and the value is one it can hold. */
export function setVariable(asked: Set, controls: Controls) {
  const found = findVariable(asked, controls);
  const same = named(asked);
  if (typeof found === "string") return { attributeStatus: found, ...same };
  if (isOther(asked)) return { attributeStatus: "NotSupportedAttributeType", ...same };
  if (!found.write) return { attributeStatus: "Rejected", attributeStatusInfo: { reasonCode: "ReadOnly" }, ...same };
  if (!fits(asked.attributeValue, found)) {
    return { attributeStatus: "Rejected", attributeStatusInfo: { reasonCode: "InvalidValue" }, ...same };
  }
  return { attributeStatus: found.write(asked.attributeValue, controls), ...same };
}

/** A variable by its names, or which of them means nothing here. */
export function findVariable(
  { component, variable }: Pick<Get, "component" | "variable">,
  controls: Controls,
): Variable | "UnknownComponent" | "UnknownVariable" {
  const model = deviceModel(controls);
  const key = keyOf(component, variable);
  const found = model.find((candidate) => keyOf(candidate.component, candidate.variable) === key);
  if (found) return found;
  const own = keyOf(component, { name: "" });
  const exists = model.some((candidate) => keyOf(candidate.component, { name: "" }) === own);
  return exists ? "UnknownVariable" : "UnknownComponent";
}

/** This station keeps actual values only. */
function isOther({ attributeType }: Pick<Get, "attributeType">): boolean {
  return attributeType !== undefined && attributeType !== "Actual";
}

function named({ component, variable, attributeType }: Get) {
  return { component, variable, ...(attributeType && { attributeType }) };
}
