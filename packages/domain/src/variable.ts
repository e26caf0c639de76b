/** A setting or fact of a station. 1.6 has no components: there `component` is empty and `name` is the configuration key. */
export interface VariableRef {
  component: string;
  componentInstance?: string;
  evse?: number;
  connector?: number;
  name: string;
  instance?: string;
}

export type VariableAttribute = "actual" | "target" | "min-set" | "max-set";
export type Mutability = "read-only" | "write-only" | "read-write";
export type VariableType =
  | "string"
  | "decimal"
  | "integer"
  | "date-time"
  | "boolean"
  | "option-list"
  | "sequence-list"
  | "member-list";

/** One attribute of a variable as the station reported it; what is absent was not said and overwrites nothing. */
export interface VariableReading {
  variable: VariableRef;
  attribute: VariableAttribute;
  value?: string;
  mutability?: Mutability;
  type?: VariableType;
  unit?: string;
  min?: number;
  max?: number;
  /** The allowed values of a list type. */
  values?: string[];
  persistent?: boolean;
  constant?: boolean;
  supportsMonitoring?: boolean;
}

/** Names are case-insensitive in every version, so the key by which a variable is found is folded. */
export const variableKey = ({ component, componentInstance, evse, connector, name, instance }: VariableRef) =>
  [component, componentInstance ?? "", evse ?? "", connector ?? "", name, instance ?? ""].join("/").toLowerCase();
