import type { Version } from "./version";

/** The JSON schema of a part of a call, as far as the specification uses the language. */
export interface RequestSchema {
  $ref?: string;
  type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  description?: string;
  enum?: readonly string[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  properties?: Readonly<Record<string, RequestSchema>>;
  required?: readonly string[];
  items?: RequestSchema;
  minItems?: number;
  maxItems?: number;
  definitions?: Readonly<Record<string, RequestSchema>>;
}

/** A call that stations can be sent: where it belongs, what it is for, and how it must look. */
export interface CallDescription {
  block: string;
  purpose: string;
  schema: RequestSchema;
}

/** Every call that a station of a version can be sent, by action. They are large, so a version is loaded when asked for. */
export async function callsOf(version: Version): Promise<Readonly<Record<string, CallDescription>>> {
  return (await modules[version]()).calls;
}

const modules = {
  "1.6": () => import("./generated/ocpp16-requests"),
  "2.0.1": () => import("./generated/ocpp201-requests"),
  "2.1": () => import("./generated/ocpp21-requests"),
} as const;
