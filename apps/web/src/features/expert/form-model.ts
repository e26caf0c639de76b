import type { RequestSchema } from "@chargehand/ocpp/request-schemas";

/** A field of a form, made from a property of a schema. */
export interface FormField {
  name: string;
  isRequired: boolean;
  /** What the specification says of it. */
  help?: string;
  kind: FieldKind;
}

/** What can be entered, and within which limits. */
export type FieldKind =
  | { is: "choice"; values: readonly string[] }
  | { is: "text"; longest?: number }
  | { is: "time" }
  | { is: "number"; isWhole: boolean; min?: number; max?: number; step?: number }
  | { is: "yes-no" }
  /** Whatever JSON holds. */
  | { is: "any" }
  | { is: "group"; fields: readonly FormField[] }
  | { is: "list"; item: FieldKind; fewest: number; most?: number };

/** The form of a call. What every object may carry besides (customData) is left to the raw view. */
export const formOf = (schema: RequestSchema): FieldKind & { is: "group" } => groupOf(schema, schema);

/** What a field holds when it is added: the least that its schema takes, so that adding breaks nothing. */
export function starterOf(kind: FieldKind, now: Date): unknown {
  switch (kind.is) {
    case "choice":
      return kind.values[0];
    case "text":
    case "any":
      return "";
    case "time":
      return `${now.toISOString().slice(0, 19)}Z`;
    case "number":
      return Math.min(Math.max(0, kind.min ?? 0), kind.max ?? 0);
    case "yes-no":
      return false;
    case "group":
      return Object.fromEntries(
        kind.fields.filter(({ isRequired }) => isRequired).map((field) => [field.name, starterOf(field.kind, now)]),
      );
    case "list":
      return Array.from({ length: Math.max(kind.fewest, 1) }, () => starterOf(kind.item, now));
  }
}

function groupOf(schema: RequestSchema, root: RequestSchema): FieldKind & { is: "group" } {
  const fields = Object.entries(schema.properties ?? {})
    .filter(([name]) => name !== "customData")
    .map(([name, property]): FormField => {
      const resolved = resolve(property, root);
      return {
        name,
        isRequired: schema.required?.includes(name) ?? false,
        help: property.description ?? resolved.description,
        kind: kindOf(resolved, root),
      };
    });
  // What must be there comes first; within each the specification's order stays.
  return { is: "group", fields: fields.toSorted((one, other) => Number(other.isRequired) - Number(one.isRequired)) };
}

function kindOf(schema: RequestSchema, root: RequestSchema): FieldKind {
  if (schema.enum) return { is: "choice", values: schema.enum };
  switch (schema.type) {
    case "object":
      return groupOf(schema, root);
    case "array":
      return {
        is: "list",
        item: kindOf(resolve(schema.items ?? {}, root), root),
        fewest: schema.minItems ?? 0,
        most: schema.maxItems,
      };
    case "boolean":
      return { is: "yes-no" };
    case "integer":
    case "number":
      return {
        is: "number",
        isWhole: schema.type === "integer",
        min: schema.minimum,
        max: schema.maximum,
        step: schema.multipleOf,
      };
    case "string":
      return schema.format === "date-time" ? { is: "time" } : { is: "text", longest: schema.maxLength };
    default:
      return { is: "any" };
  }
}

function resolve(schema: RequestSchema, root: RequestSchema): RequestSchema {
  if (schema.$ref === undefined) return schema;
  return root.definitions?.[schema.$ref.replace("#/definitions/", "")] ?? {};
}
