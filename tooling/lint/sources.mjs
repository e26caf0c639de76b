import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The repository's root. */
export const root = dirname(dirname(import.meta.dirname));

const passedOver = new Set(["node_modules", "dist", ".next", "generated", ".turbo"]);

/**
 * Every TypeScript file that a person wrote, relative to the root, with forward slashes.
 * @param {string[]} rooms
 * @returns {string[]}
 */
export function sources(rooms) {
  return rooms.flatMap((room) => within(join(root, room))).map((file) => relative(root, file).split(sep).join("/"));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function within(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (passedOver.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return within(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}
