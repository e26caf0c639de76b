import type { Controls } from "../../charger/controls";
import type { Settings } from "../../charger/settings";
import { measurable } from "../measurands";

export type ComponentName = { name: string; instance?: string; evse?: { id: number; connectorId?: number } };

export type VariableName = { name: string; instance?: string };

/** One variable of the device model: what it is called, what it may hold, how it is read and written. */
export type Variable = {
  component: ComponentName;
  variable: VariableName;
  dataType: "string" | "boolean" | "integer" | "decimal" | "dateTime" | "OptionList" | "SequenceList" | "MemberList";
  unit?: string;
  minLimit?: number;
  maxLimit?: number;
  valuesList?: readonly string[];
  supportsMonitoring?: boolean;
  /** Never changes as long as the station runs. */
  constant?: boolean;
  /** Undefined for secrets: written, never read. */
  read?(controls: Controls): string;
  /** Undefined for what cannot be changed. */
  write?(value: string, controls: Controls): "Accepted" | "RebootRequired" | "Rejected";
};

type Shape = Partial<Omit<Variable, "component" | "variable">>;

/** A variable that only tells something. */
export function told(
  component: ComponentName | string,
  variable: VariableName | string,
  read: (controls: Controls) => string | number | boolean,
  shape: Shape = {},
): Variable {
  return { ...named(component, variable), dataType: "string", ...shape, read: (controls) => String(read(controls)) };
}

/** A variable that never changes. */
export function given(
  component: ComponentName | string,
  variable: VariableName | string,
  value: string | number | boolean,
  shape: Shape = {},
): Variable {
  return told(component, variable, () => value, { dataType: typeOf(value), constant: true, ...shape });
}

/** A variable that the station only remembers. */
export function kept(
  component: ComponentName | string,
  variable: VariableName | string,
  initial: string | number | boolean,
  shape: Shape & { rebootRequired?: boolean } = {},
): Variable {
  const { rebootRequired, ...rest } = shape;
  const name = named(component, variable);
  const key = keyOf(name.component, name.variable);
  return {
    ...name,
    dataType: typeOf(initial),
    ...rest,
    read: ({ stored }) => stored.get(key) ?? String(initial),
    write(value, { stored }) {
      stored.set(key, value);
      return rebootRequired ? "RebootRequired" : "Accepted";
    },
  };
}

/** What was last written to a variable that the station only remembers. */
export function storedIn(
  { stored }: Pick<Controls, "stored">,
  component: string,
  variable: VariableName | string,
): string | undefined {
  const name = named(component, variable);
  return stored.get(keyOf(name.component, name.variable));
}

/** Whether a controller is on, or one part of it; it is unless the CSMS switched it off. */
export function isEnabled(controls: Pick<Controls, "stored">, controller: string, part?: string): boolean {
  const variable = { name: "Enabled", ...(part !== undefined && { instance: part }) };
  return storedIn(controls, controller, variable)?.toLowerCase() !== "false";
}

type Keys<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];

export function flag(component: string, variable: VariableName | string, setting: Keys<boolean>): Variable {
  return {
    ...named(component, variable),
    dataType: "boolean",
    read: ({ settings }) => String(settings[setting]),
    write(value, { settings }) {
      settings[setting] = value.toLowerCase() === "true";
      return "Accepted";
    },
  };
}

/** A span, told in seconds. */
export function seconds(
  component: string,
  variable: VariableName | string,
  setting: Keys<number>,
  maxLimit = 86_400,
): Variable {
  return { ...number(component, variable, setting, { maxLimit, scale: 1000 }), unit: "s" };
}

export function number(
  component: string,
  variable: VariableName | string,
  setting: Keys<number>,
  { minLimit = 0, maxLimit, scale = 1 }: { minLimit?: number; maxLimit: number; scale?: number },
): Variable {
  return {
    ...named(component, variable),
    dataType: "integer",
    minLimit,
    maxLimit,
    read: ({ settings }) => String(settings[setting] / scale),
    write(value, { settings }) {
      settings[setting] = Number(value) * scale;
      return "Accepted";
    },
  };
}

export function members(
  component: string,
  variable: string,
  setting: Keys<string[]>,
  valuesList: readonly string[] = measurable,
): Variable {
  return {
    ...named(component, variable),
    dataType: "MemberList",
    valuesList,
    read: ({ settings }) => settings[setting].join(","),
    write(value, { settings }) {
      settings[setting] = listOf(value);
      return "Accepted";
    },
  };
}

/** Whether a value is one that the variable can hold. */
export function fits(value: string, { dataType, minLimit, maxLimit, valuesList }: Variable): boolean {
  switch (dataType) {
    case "boolean":
      return /^(?:true|false)$/iu.test(value);
    case "integer":
      return /^-?\d+$/u.test(value) && within(Number(value), minLimit, maxLimit);
    case "decimal":
      return /^-?\d+(?:\.\d+)?$/u.test(value) && within(Number(value), minLimit, maxLimit);
    case "dateTime":
      return !Number.isNaN(Date.parse(value));
    case "OptionList":
      return !valuesList || valuesList.includes(value);
    case "SequenceList":
    case "MemberList":
      return !valuesList || listOf(value).every((item) => valuesList.includes(item));
    case "string":
      return maxLimit === undefined || value.length <= maxLimit;
  }
}

/** Names are compared without regard to case, and the instance and the place count. */
export function keyOf({ name, instance, evse }: ComponentName, variable: VariableName): string {
  const place = evse ? `${evse.id}/${evse.connectorId ?? ""}` : "";
  return `${name}|${instance ?? ""}|${place}|${variable.name}|${variable.instance ?? ""}`.toLowerCase();
}

function named(component: ComponentName | string, variable: VariableName | string) {
  return {
    component: typeof component === "string" ? { name: component } : component,
    variable: typeof variable === "string" ? { name: variable } : variable,
  };
}

function typeOf(value: string | number | boolean): Variable["dataType"] {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "decimal";
  return "string";
}

function within(value: number, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): boolean {
  return value >= least && value <= most;
}

function listOf(value: string): string[] {
  return value === "" ? [] : value.split(",").map((item) => item.trim());
}
