/** Who a station says it is, read from the path it called; or what is wrong with that path. */
export type PathReading =
  | { identity: string }
  | { problem: "wrong-path" | "no-identity" | "bad-escape" | "bad-character" | "too-long" };

const longestIdentity = 255;

/**
 * Reads the identity: the last segment below `/ocpp` that is not empty, decoded once. Stations add slashes, and repeat
 * their name when it was already part of the address they were given.
 */
export function readIdentity(target: string): PathReading {
  const [path = ""] = target.replace(/^[a-z]+:\/\/[^/]*/i, "").split(/[?#]/, 1);
  const [first, ...rest] = path.split("/").filter((segment) => segment !== "");
  if (first !== "ocpp") return { problem: "wrong-path" };

  const last = rest.at(-1);
  if (last === undefined) return { problem: "no-identity" };
  const identity = decode(last);
  if (identity === undefined) return { problem: "bad-escape" };
  if (identity.trim() === "") return { problem: "no-identity" };
  if (identity.length > longestIdentity) return { problem: "too-long" };
  if (hasControlCharacter(identity)) return { problem: "bad-character" };
  return { identity };
}

/** Identities are the same station whatever the case of their letters, unless two such stations exist. */
export const foldIdentity = (identity: string) => identity.toLowerCase();

function decode(segment: string) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function hasControlCharacter(text: string) {
  return [...text].some((char) => (char.codePointAt(0) ?? 0) < 0x20 || char === "\u007f");
}
