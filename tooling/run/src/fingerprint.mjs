import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's root. */
export const root = dirname(dirname(dirname(import.meta.dirname)));

/** Made by tools or written at run time: not an input of anything. */
const passedOver = new Set([
  "node_modules",
  "dist",
  ".next",
  "next-env.d.ts",
  ".turbo",
  "generated",
  "coverage",
  "test-results",
]);

/**
 * A hash over the contents and names of files and whole folders, relative to the root.
 * @param {string[]} places
 * @param {(path: string) => boolean} [counts]
 */
export function fingerprint(places, counts = () => true) {
  const hash = createHash("sha256").update(process.version).update(`${process.platform}-${process.arch}`);
  for (const path of places.flatMap((place) => filesOf(place)).filter(counts)) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/**
 * Whether a piece of work was last done for this very fingerprint.
 * @param {string} name
 * @param {string} print
 */
export function isFresh(name, print) {
  const file = stampOf(name);
  return existsSync(file) && readFileSync(file, "utf8") === print;
}

/**
 * @param {string} name
 * @param {string} print
 */
export function stamp(name, print) {
  mkdirSync(dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), print);
}

/** @param {string} name */
const stampOf = (name) => join(root, "node_modules", ".chargehand", name);

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesOf(place) {
  const folder = join(root, place);
  if (!existsSync(folder)) return [];
  const entries = tryRead(folder);
  if (entries === undefined) return [place];
  return entries
    .filter(({ name }) => !passedOver.has(name) && !name.endsWith(".tsbuildinfo"))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(join(place, entry.name)) : [join(place, entry.name)]));
}

/** @param {string} folder */
function tryRead(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
