import type { ErrorObject } from "ajv";
import type { RpcErrorKind } from "./rpc-error";
import type { Version } from "./version";

/** What a broken schema keyword is called in a version. */
export function kindOfViolation(keyword: string, version: Version): RpcErrorKind {
  const table: Partial<Record<string, RpcErrorKind>> = version === "1.6" ? kinds16 : kinds2;
  return table[keyword] ?? "property";
}

/** Where the flaw is, as a JSON path: `$.meterValue[0].timestamp`. A missing or unknown property is named itself. */
export function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const parent = instancePath.split("/").slice(1).map(unescapePointer).map(toPathSegment).join("");
  return `$${parent}${namedProperty(keyword, params)}`;
}

/** What is wrong there, in a sentence without the value: it may be a secret, or a megabyte. */
export function messageOf({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case "required":
      return "is required";
    case "additionalProperties":
      return "is not a field of this message";
    case "enum":
      return `must be one of ${list(params.allowedValues)}`;
    default:
      return message ?? "is not valid";
  }
}

// The same in every version: the words for "wrong JSON type" and "bad value" do not differ.
const kinds = {
  type: "type",
  enum: "property",
  format: "property",
  minLength: "property",
  maxLength: "property",
  minimum: "property",
  maximum: "property",
  multipleOf: "property",
  // Cardinality: a list with too few or too many items.
  minItems: "occurrence",
  maxItems: "occurrence",
} as const satisfies Record<string, RpcErrorKind>;

const kinds16 = {
  ...kinds,
  // 1.6: "payload is incomplete" is a ProtocolError, and what does not conform to the message is a FormationViolation.
  required: "protocol",
  additionalProperties: "format",
} as const satisfies Record<string, RpcErrorKind>;

const kinds2 = {
  ...kinds,
  // 2.x: a field of cardinality 1..1 that is not there breaks its occurrence; FormatViolation is left to broken syntax,
  // and what does not conform to the message is a ProtocolError.
  required: "occurrence",
  additionalProperties: "protocol",
} as const satisfies Record<string, RpcErrorKind>;

function namedProperty(keyword: string, params: Record<string, unknown>): string {
  if (keyword === "required") return toPathSegment(String(params.missingProperty));
  if (keyword === "additionalProperties") return toPathSegment(String(params.additionalProperty).slice(0, 50));
  return "";
}

function toPathSegment(name: string): string {
  if (/^\d+$/.test(name)) return `[${name}]`;
  return /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function unescapePointer(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

function list(values: unknown): string {
  const names = Array.isArray(values) ? values.map(String) : [];
  return names.length > 8 ? `${names.slice(0, 8).join(", ")} …` : names.join(", ");
}
