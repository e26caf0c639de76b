/** Where something stands in a payload. */
export type PayloadPath = readonly (string | number)[];

/** As people read it, and as the check of a message spells it: `$.meterValue[0].timestamp`. */
export const pathText = (path: PayloadPath): string =>
  `$${path.map((part) => (typeof part === "number" ? `[${part}]` : memberText(part))).join("")}`;

function memberText(name: string): string {
  if (/^\d+$/.test(name)) return `[${name}]`;
  return /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** What stands at a place, if anything does. */
export const valueAt = (payload: unknown, path: PayloadPath): unknown =>
  path.reduce<unknown>((value, part) => member(value, part), payload);

/** The payload with another value at one place; undefined takes the place away, out of a list together with its gap. */
export function withValue(payload: unknown, path: PayloadPath, value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  const inner = withValue(member(payload, part), rest, value);
  if (typeof part === "number") {
    const list = Array.isArray(payload) ? payload : [];
    return inner === undefined ? list.toSpliced(part, 1) : list.toSpliced(part, 1, inner);
  }
  const object = isObject(payload) ? payload : {};
  if (inner === undefined) return Object.fromEntries(Object.entries(object).filter(([name]) => name !== part));
  return { ...object, [part]: inner };
}

/** The names an object has. */
export const namesIn = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : []);

function member(value: unknown, part: string | number): unknown {
  if (typeof part === "number") return Array.isArray(value) ? value[part] : undefined;
  return isObject(value) && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
