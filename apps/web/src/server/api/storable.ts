/** Deeper than anything that OCPP says; what recurses over a payload stays within it. */
const mostLevels = 64;

/** Where a value holds what no database column takes, as a JSON path; undefined when all of it can be kept. */
export function unstorableAt(value: unknown, path = "$", level = 0): string | undefined {
  if (typeof value === "string") return isUnstorable(value) ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  if (level >= mostLevels) return path;
  for (const [key, inner] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    if (isUnstorable(key)) return path;
    const found = unstorableAt(inner, at, level + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A null character, or half of a character: JSON can spell both, and PostgreSQL keeps neither. */
const isUnstorable = (text: string) => text.includes("\0") || /\p{Surrogate}/u.test(text);
