import type { Mutability, VariableRef, VariableType } from "@chargehand/domain/variable";

/** The headings variables stand under, in the order an operator works. */
export const variableGroups = [
  "connection",
  "security",
  "clock",
  "authorization",
  "transactions",
  "metering",
  "smart-charging",
  "reservation",
  "tariff",
  "display",
  "monitoring",
  "limits",
  "iso15118",
  "topology",
  "hardware",
  "vendor",
] as const;
export type VariableGroup = (typeof variableGroups)[number];

/** A setting or fact of a station as the console shows it. */
export interface VariableRow {
  key: string;
  group: VariableGroup;
  variable: VariableRef;
  /** Undefined for what the station never tells, such as a password. */
  value?: string;
  mutability?: Mutability;
  type?: VariableType;
  unit?: string;
  min?: number;
  max?: number;
  /** The choices of a list. */
  values?: readonly string[];
  /** When the station said this. */
  reportedAt?: Date;
  /** What became of the last write. */
  write?: VariableWriteState;
}

/** How a write went: under way, refused in the station's words, or waiting for a restart. */
export type VariableWriteState =
  | { is: "writing"; value: string }
  | { is: "rejected"; value: string; detail?: string }
  | { is: "reboot-required"; value: string }
  | { is: "unproven"; value: string };

/** A variable's place and name as people read it: "EVSE 1 · Enabled"; 1.6 has the key alone. */
export function variableName({ component, componentInstance, evse, connector, name, instance }: VariableRef) {
  const place = [component, componentInstance, evse, connector].filter((part) => part !== undefined && part !== "");
  return {
    component: place.join(" · "),
    name: instance ? `${name} [${instance}]` : name,
  };
}
