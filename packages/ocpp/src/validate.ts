import type { ErrorObject, ValidateFunction } from "ajv";
import * as ocpp16 from "./generated/ocpp16-validators";
import * as ocpp21 from "./generated/ocpp21-validators";
import * as ocpp201 from "./generated/ocpp201-validators";
import type { Quirk } from "./quirks";
import { type Repair, repair } from "./repair";
import type { RpcErrorKind } from "./rpc-error";
import type { Version } from "./version";
import { kindOfViolation, messageOf, pathOf } from "./violation";

/** Either the payload is fit to be used, perhaps with tolerances worth a note, or what is wrong with it and where. */
export type Verdict =
  | { ok: true; payload: object; notes: readonly string[] }
  | { ok: false; kind: RpcErrorKind; path: string; message: string };

/**
 * Checks what a call (or a SEND) carries against the schema of its version. Without quirks it is as strict as the
 * schema, which is right for what we send; with quirks a payload may be repaired in place.
 */
export function validateRequest(
  version: Version,
  action: string,
  payload: unknown,
  quirks?: ReadonlySet<Quirk>,
): Verdict {
  return check(validators[version].get(action)?.request, version, payload, quirks);
}

/** Checks what an answer carries, likewise. */
export function validateResponse(
  version: Version,
  action: string,
  payload: unknown,
  quirks?: ReadonlySet<Quirk>,
): Verdict {
  return check(validators[version].get(action)?.response, version, payload, quirks);
}

type Validators = ReadonlyMap<string, { request?: ValidateFunction; response?: ValidateFunction }>;

const validators: Record<Version, Validators> = {
  "1.6": byAction(ocpp16),
  "2.0.1": byAction(ocpp201),
  "2.1": byAction(ocpp21),
};

const none: ReadonlySet<Quirk> = new Set();
const noNotes: readonly string[] = [];
// Each round repairs one kind of flaw at every place like it, so a payload needs few rounds or is beyond repair.
const mostRounds = 24;

function check(validate: ValidateFunction | undefined, version: Version, sent: unknown, quirks = none): Verdict {
  if (!validate) {
    return { ok: false, kind: "not-implemented", path: "$", message: `OCPP ${version} has no such message` };
  }
  const payload = sent === null && quirks.has("null-as-absent") ? {} : sent;
  // The schemas ask for an object, which `validate` has checked.
  if (validate(payload))
    return { ok: true, payload: payload as object, notes: payload === sent ? noNotes : ["null payload"] };

  const error = validate.errors?.[0];
  if (!error) throw new Error("A validator refused a payload without saying why");
  const violation = violationOf(error, version);
  if (quirks.size === 0) return violation;

  const repairs = mend(validate, payload, error, quirks);
  if (!repairs) return violation;
  return { ok: true, payload: payload as object, notes: repairs.map(({ note }) => note) };
}

// Mends flaw after flaw until the payload passes; undefined when one of them is covered by no quirk.
function mend(validate: ValidateFunction, payload: unknown, first: ErrorObject, quirks: ReadonlySet<Quirk>) {
  const repairs: Repair[] = [];
  let passed = false;
  for (let error: ErrorObject | undefined = first; error && repairs.length < mostRounds; error = validate.errors?.[0]) {
    const done = repair(payload, error, quirks);
    if (!done) break;
    repairs.push(done);
    passed = validate(payload);
    if (passed) break;
  }
  for (const { undo } of repairs.toReversed()) undo();
  return passed ? repairs : undefined;
}

function violationOf(error: ErrorObject, version: Version): Verdict {
  return { ok: false, kind: kindOfViolation(error.keyword, version), path: pathOf(error), message: messageOf(error) };
}

function byAction(functions: Record<string, ValidateFunction>): Validators {
  const actions = new Map<string, { request?: ValidateFunction; response?: ValidateFunction }>();
  for (const [name, validate] of Object.entries(functions)) {
    const [, action = "", part] = /^(.*)(Request|Response)$/.exec(name) ?? [];
    actions.set(action, { ...actions.get(action), [part === "Request" ? "request" : "response"]: validate });
  }
  return actions;
}
