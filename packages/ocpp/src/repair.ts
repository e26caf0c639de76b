import type { ErrorObject } from "ajv";
import type { Quirk } from "./quirks";
import { parseTimestamp } from "./time";

/** A flaw that was taken care of; `undo` puts back what another value stood in for while the rest was checked. */
export interface Repair {
  note: string;
  undo(): void;
}

/**
 * Mends a flaw in place, and its like in every other item of the same lists, so that a long list costs one round.
 * Undefined when no quirk of the set covers it.
 */
export function repair(payload: unknown, error: ErrorObject, quirks: ReadonlySet<Quirk>): Repair | undefined {
  const places = placesLike(payload, error.instancePath);
  for (const { quirk, keyword, mend } of fixes) {
    if (keyword !== error.keyword || !quirks.has(quirk)) continue;
    const undos = places.map((place) => mend(place, error)).filter((undo) => undo !== undefined);
    if (undos.length === 0) continue;
    return {
      note: `${quirk} at ${generalPath(error.instancePath)}`,
      undo: () => {
        for (const undo of undos) undo();
      },
    };
  }
  return undefined;
}

interface Place {
  parent: object;
  key: string;
}

interface Fix {
  quirk: Quirk;
  keyword: string;
  /** Mends the place if it has the flaw, and says how to put the original back where that is wanted. */
  mend(place: Place, error: ErrorObject): (() => void) | undefined;
}

const fixes: readonly Fix[] = [
  {
    quirk: "null-as-absent",
    keyword: "type",
    mend: (place) => (valueAt(place) === null ? remove(place) : undefined),
  },
  {
    quirk: "null-as-absent",
    keyword: "enum",
    mend: (place) => (valueAt(place) === "" ? remove(place) : undefined),
  },
  {
    quirk: "loose-time",
    keyword: "format",
    mend(place, { params }) {
      const text = valueAt(place);
      const time = params.format === "date-time" && typeof text === "string" ? parseTimestamp(text) : undefined;
      return time && replace(place, time.date.toISOString());
    },
  },
  {
    quirk: "open-measurements",
    keyword: "enum",
    mend(place, { instancePath, params }) {
      if (!/\/sampledValue\/\d+\/(measurand|unit|context|phase|location)$/.test(instancePath)) return undefined;
      const word = valueAt(place);
      const allowed: unknown = params.allowedValues;
      if (typeof word !== "string" || word.length > longestWord || !Array.isArray(allowed)) return undefined;
      return allowed.includes(word) ? undefined : standIn(place, allowed[0]);
    },
  },
  {
    quirk: "open-measurements",
    keyword: "minItems",
    mend(place) {
      const items = valueAt(place);
      if (!Array.isArray(items) || items.length > 0) return undefined;
      if (place.key === "sampledValue") return standIn(place, [{ value: 0 }]);
      if (place.key !== "meterValue") return undefined;
      return standIn(place, [{ timestamp: "1970-01-01T00:00:00Z", sampledValue: [{ value: 0 }] }]);
    },
  },
  {
    quirk: "long-signatures",
    keyword: "maxLength",
    mend: (place, error) => shorten(place, error, longFields.get(place.key) ?? 0),
  },
  {
    quirk: "long-text",
    keyword: "maxLength",
    mend: (place, error) => shorten(place, error, longestText),
  },
  {
    quirk: "unknown-fields",
    keyword: "additionalProperties",
    mend(place, { params }) {
      const owner = valueAt(place);
      const key = String(params.additionalProperty);
      return isObject(owner) && Object.hasOwn(owner, key) ? remove({ parent: owner, key }) : undefined;
    },
  },
  {
    quirk: "loose-types",
    keyword: "type",
    mend(place, { params }) {
      const value = valueAt(place);
      if (params.type === "string" && typeof value === "number") return replace(place, String(value));
      const wantsNumber = params.type === "number" || params.type === "integer";
      if (!wantsNumber || typeof value !== "string" || !/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return undefined;
      return replace(place, Number(value));
    },
  },
];

const longestWord = 100;
const longestText = 10_000;

// The limits of 2.1 for the fields that 2.0.1 made too small.
const longFields: ReadonlyMap<string, number> = new Map([
  ["signedMeterData", 32_768],
  ["exiRequest", 11_000],
  ["exiResponse", 17_000],
]);

// Every place whose path differs from `pointer` only in list positions.
function placesLike(payload: unknown, pointer: string): Place[] {
  let places: Place[] = [{ parent: { "": payload }, key: "" }];
  for (const segment of pointer.split("/").slice(1)) {
    const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    places = places.flatMap((place) => {
      const parent = valueAt(place);
      if (Array.isArray(parent)) return parent.map((_, index) => ({ parent, key: String(index) }));
      return isObject(parent) && Object.hasOwn(parent, key) ? [{ parent, key }] : [];
    });
  }
  return places;
}

function valueAt({ parent, key }: Place): unknown {
  return Reflect.get(parent, key);
}

function remove({ parent, key }: Place): (() => void) | undefined {
  // A list keeps its items in their places; and the payload as a whole cannot be taken away.
  if (Array.isArray(parent) || key === "") return undefined;
  Reflect.deleteProperty(parent, key);
  return nothingToUndo;
}

function replace({ parent, key }: Place, value: unknown): () => void {
  Reflect.set(parent, key, value);
  return nothingToUndo;
}

function standIn(place: Place, value: unknown): () => void {
  const original = valueAt(place);
  replace(place, value);
  return () => replace(place, original);
}

function shorten(place: Place, { params }: ErrorObject, most: number): (() => void) | undefined {
  const text = valueAt(place);
  const limit = Number(params.limit);
  return typeof text === "string" && text.length > limit && text.length <= most
    ? standIn(place, text.slice(0, limit))
    : undefined;
}

function nothingToUndo() {}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function generalPath(pointer: string): string {
  return `$${pointer.replaceAll(/\/\d+(?=\/|$)/g, "[*]").replaceAll("/", ".")}`;
}
