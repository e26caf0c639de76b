import type { Version } from "./version";

/** What can be wrong with a call, in our words; each version has its own spelling for it. */
export type RpcErrorKind = keyof typeof spellings;

const spellings = {
  /** The action is unknown. */
  "not-implemented": same("NotImplemented"),
  /** The action is known, but not offered, or not in this direction. */
  "not-supported": same("NotSupported"),
  internal: same("InternalError"),
  /** The payload is incomplete or not built as its action asks. */
  protocol: same("ProtocolError"),
  security: same("SecurityError"),
  /** The text cannot be read as what it should be. */
  format: { "1.6": "FormationViolation", "2.0.1": "FormatViolation", "2.1": "FormatViolation" },
  /** A field has a value it must not have. */
  property: same("PropertyConstraintViolation"),
  /** A field occurs too often, or not often enough. 1.6 spells it with one r, officially. */
  occurrence: {
    "1.6": "OccurenceConstraintViolation",
    "2.0.1": "OccurrenceConstraintViolation",
    "2.1": "OccurrenceConstraintViolation",
  },
  /** A field has the wrong JSON type. */
  type: same("TypeConstraintViolation"),
  generic: same("GenericError"),
  /** 1.6 has no word for it, since there such a message is ignored. */
  "message-type": { "1.6": "GenericError", "2.0.1": "MessageTypeNotSupported", "2.1": "MessageTypeNotSupported" },
  /** The frame is no call at all. In 1.6 that is a matter of format. */
  framework: { "1.6": "FormationViolation", "2.0.1": "RpcFrameworkError", "2.1": "RpcFrameworkError" },
} as const satisfies Record<string, Record<Version, string>>;

const kinds = new Map<string, RpcErrorKind>([
  ["FormationViolation", "format"],
  ["FormatViolation", "format"],
  ["OccurenceConstraintViolation", "occurrence"],
  ["OccurrenceConstraintViolation", "occurrence"],
  ["NotImplemented", "not-implemented"],
  ["NotSupported", "not-supported"],
  ["InternalError", "internal"],
  ["ProtocolError", "protocol"],
  ["SecurityError", "security"],
  ["PropertyConstraintViolation", "property"],
  ["TypeConstraintViolation", "type"],
  ["GenericError", "generic"],
  ["MessageTypeNotSupported", "message-type"],
  ["RpcFrameworkError", "framework"],
]);

/** The code of an error as the version spells it. */
export function codeOf(kind: RpcErrorKind, version: Version): string {
  return spellings[kind][version];
}

/** What a received code means. Stations mix up the spellings, so every version's is understood in every version. */
export function kindOf(code: string): RpcErrorKind | undefined {
  return kinds.get(code);
}

/** A reason to answer a call with an error; the description goes to the station, so it holds nothing internal. */
export class RpcError extends Error {
  override name = "RpcError";
  readonly kind: RpcErrorKind;

  constructor(kind: RpcErrorKind, description: string) {
    super(description);
    this.kind = kind;
  }
}

function same<Code extends string>(code: Code): Record<Version, Code> {
  return { "1.6": code, "2.0.1": code, "2.1": code };
}
