import { expect, it } from "vitest";
import { codeOf, kindOf, type RpcErrorKind } from "./rpc-error";

it.each<[RpcErrorKind, string, string]>([
  ["format", "FormationViolation", "FormatViolation"],
  ["occurrence", "OccurenceConstraintViolation", "OccurrenceConstraintViolation"],
  ["property", "PropertyConstraintViolation", "PropertyConstraintViolation"],
  ["type", "TypeConstraintViolation", "TypeConstraintViolation"],
  ["not-implemented", "NotImplemented", "NotImplemented"],
  ["not-supported", "NotSupported", "NotSupported"],
  ["protocol", "ProtocolError", "ProtocolError"],
  ["security", "SecurityError", "SecurityError"],
  ["internal", "InternalError", "InternalError"],
  ["generic", "GenericError", "GenericError"],
])("spells %s as each version does, and understands both spellings", (kind, old, current) => {
  expect(codeOf(kind, "1.6")).toBe(old);
  expect(codeOf(kind, "2.0.1")).toBe(current);
  expect(codeOf(kind, "2.1")).toBe(current);
  expect(kindOf(old)).toBe(kind);
  expect(kindOf(current)).toBe(kind);
});

it("says what only 2.x has words for with the nearest word of 1.6", () => {
  expect(codeOf("framework", "2.1")).toBe("RpcFrameworkError");
  expect(codeOf("framework", "1.6")).toBe("FormationViolation");
  expect(kindOf("RpcFrameworkError")).toBe("framework");
  expect(kindOf("MessageTypeNotSupported")).toBe("message-type");
});

it("does not pretend to understand a code that no version has", () => {
  expect(kindOf("constructor")).toBeUndefined();
  expect(kindOf("VendorError")).toBeUndefined();
});
