import type {
  Mutability,
  VariableAttribute,
  VariableReading,
  VariableRef,
  VariableType,
} from "@chargehand/domain/variable";
import type { Request, Response } from "../messages";
import { keyOf, said } from "../translate";

type ReportData = NonNullable<Request<"2.1", "NotifyReport">["reportData"]>[number];
type Component = ReportData["component"];
type Variable = ReportData["variable"];
type Attribute = ReportData["variableAttribute"][number];
type Characteristics = NonNullable<ReportData["variableCharacteristics"]>;

const attributes = {
  actual: "Actual",
  target: "Target",
  "min-set": "MinSet",
  "max-set": "MaxSet",
} as const satisfies Record<VariableAttribute, Attribute["type"]>;

const mutabilities = {
  ReadOnly: "read-only",
  WriteOnly: "write-only",
  ReadWrite: "read-write",
} as const satisfies Record<NonNullable<Attribute["mutability"]>, Mutability>;

const types = {
  string: "string",
  decimal: "decimal",
  integer: "integer",
  dateTime: "date-time",
  boolean: "boolean",
  OptionList: "option-list",
  SequenceList: "sequence-list",
  MemberList: "member-list",
} as const satisfies Record<Characteristics["dataType"], VariableType>;

export const toAttributeType = (attribute: VariableAttribute): NonNullable<Attribute["type"]> => attributes[attribute];

/** An attribute without a type is the actual value. */
export const toAttribute = (type: Attribute["type"] = "Actual"): VariableAttribute =>
  keyOf(attributes, type) ?? "actual";

export function toVariable(component: Component, variable: Variable): VariableRef {
  return {
    component: component.name,
    componentInstance: said(component.instance),
    evse: component.evse?.id,
    connector: component.evse?.connectorId,
    name: variable.name,
    instance: said(variable.instance),
  };
}

export function fromVariable(ref: VariableRef): { component: Component; variable: Variable } {
  const evse = ref.evse === undefined ? undefined : { id: ref.evse, connectorId: ref.connector };
  return {
    component: { name: ref.component, instance: ref.componentInstance, evse },
    variable: { name: ref.name, instance: ref.instance },
  };
}

/** Every attribute of a reported variable, each with the characteristics of the whole. */
export function toReadings({ component, variable, variableAttribute, variableCharacteristics }: ReportData) {
  const ref = toVariable(component, variable);
  const characteristics = variableCharacteristics && toCharacteristics(variableCharacteristics);
  return variableAttribute.map(
    ({ type, value, mutability, persistent, constant }): VariableReading => ({
      variable: ref,
      attribute: toAttribute(type),
      value,
      mutability: mutability && mutabilities[mutability],
      persistent,
      constant,
      ...characteristics,
    }),
  );
}

/** The values that were asked for by name; what the station does not have, or does not tell, is apart. */
export function toAnswered({ getVariableResult }: Response<"2.1", "GetVariables">) {
  const readings: VariableReading[] = [];
  const unknown: VariableRef[] = [];
  for (const { attributeStatus, attributeType, attributeValue, component, variable } of getVariableResult) {
    const ref = toVariable(component, variable);
    if (attributeStatus !== "Accepted") unknown.push(ref);
    else readings.push({ variable: ref, attribute: toAttribute(attributeType), value: attributeValue });
  }
  return { readings, unknown };
}

function toCharacteristics(said: Characteristics): Partial<VariableReading> {
  const { dataType, unit, minLimit, maxLimit, valuesList, supportsMonitoring } = said;
  return {
    type: types[dataType],
    unit,
    min: minLimit,
    max: maxLimit,
    values: valuesList
      ?.split(",")
      .map((value) => value.trim())
      .filter(Boolean),
    supportsMonitoring,
  };
}
