/** The payload of a frame as text: the last part of a call or an answer. Undefined for what is no frame. */
export function payloadOf(frame: string): unknown {
  const parsed = parse(frame);
  if (!Array.isArray(parsed)) return undefined;
  const [type] = parsed;
  // A call carries its action before the payload; an error its code and description.
  return type === 2 || type === 6
    ? parsed[3]
    : type === 3
      ? parsed[2]
      : type === 4 || type === 5
        ? { errorCode: parsed[2], description: parsed[3], details: parsed[4] }
        : undefined;
}

/** One line of a payload: where, and what. Objects become the lines of their members. */
export interface PayloadLine {
  /** As in `$.meterValue[0].timestamp`. */
  path: string;
  /** As shown: the path without its root. */
  name: string;
  value: string;
}

/** Lays a payload out in lines, deepest names first, in the order of the text. */
export function payloadLines(payload: unknown, limit = 400): PayloadLine[] {
  const lines: PayloadLine[] = [];
  walk(payload, "$");
  return lines;

  function walk(value: unknown, path: string) {
    if (lines.length >= limit) return;
    if (Array.isArray(value) && value.length > 0) {
      for (const [index, item] of value.entries()) walk(item, `${path}[${index}]`);
    } else if (value !== null && typeof value === "object" && Object.keys(value).length > 0) {
      for (const [name, member] of Object.entries(value)) walk(member, `${path}.${name}`);
    } else {
      lines.push({ path, name: path.replace(/^\$\.?/, "") || "$", value: JSON.stringify(value) ?? "" });
    }
  }
}

/** A frame's text with line breaks, for reading. What is not JSON stays as it came: it is evidence. */
export function prettyFrame(frame: string): string {
  const parsed = parse(frame);
  return parsed === undefined ? frame : JSON.stringify(parsed, null, 2);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
