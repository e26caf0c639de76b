import type { ValidateFunction } from "ajv";
import { callsOf } from "./request-schemas";
import { createSchemaReader } from "./schema-language";
import { validateRequest } from "./validate";
import type { Version } from "./version";
import { messageOf, pathOf } from "./violation";

/** Where a payload breaks its schema, and how. */
export interface Fault {
  path: string;
  message: string;
}

/**
 * Everything that is wrong with a call to a station, for a person who is writing it. Whether anything is wrong is the
 * word of the check that every call goes through, which stops at the first fault; this reads on.
 */
export async function everyFault(version: Version, action: string, payload: unknown): Promise<Fault[]> {
  const verdict = validateRequest(version, action, payload);
  if (verdict.ok) return [];
  const first = { path: verdict.path, message: verdict.message };
  const readOn = await readerOf(version, action);
  readOn?.(payload);
  const found = (readOn?.errors ?? []).map((error) => ({ path: pathOf(error), message: messageOf(error) }));
  const each = new Map([first, ...found].map((fault) => [`${fault.path} ${fault.message}`, fault]));
  return [...each.values()].slice(0, most);
}

/** Nobody reads more at once. */
const most = 50;

const readers = new Map<string, ValidateFunction>();
const ajv = createSchemaReader({ allErrors: true });

async function readerOf(version: Version, action: string): Promise<ValidateFunction | undefined> {
  const name = `${version} ${action}`;
  const known = readers.get(name);
  if (known) return known;
  const calls = await callsOf(version);
  const call = Object.hasOwn(calls, action) ? calls[action] : undefined;
  if (!call) return undefined;
  const reader = ajv.compile(call.schema);
  readers.set(name, reader);
  return reader;
}
