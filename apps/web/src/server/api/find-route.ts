import { Trouble } from "./problems";
import type { Route } from "./route";

/** Finds what a path and a method lead to; the parts of the path that a route names come out decoded. */
export function routeFinder(routes: readonly Route[]) {
  const patterns = routes.map((route) => ({ route, parts: route.path.slice(1).split("/") }));

  return (method: string, path: string): { route: Route; params: Record<string, string> } => {
    const parts = path.replace(/^\/|\/$/g, "").split("/");
    const found = patterns.flatMap(({ route, parts: pattern }) => {
      const params = paramsOf(pattern, parts);
      return params ? [{ route, params }] : [];
    });
    // A word of the path's own is meant before a name that could be anything.
    const here = found.filter(({ params }) => Object.keys(params).length === fewest(found));
    if (here.length === 0) throw new Trouble("unknown-path", `There is nothing at ${path.slice(0, 200)}.`);
    const match = here.find(({ route }) => route.method === (method === "HEAD" ? "GET" : method));
    if (match) return match;
    const allow = here.map(({ route }) => route.method).join(", ");
    throw new Trouble("wrong-method", `This address takes ${allow}.`, { headers: { allow } });
  };
}

const fewest = (found: readonly { params: object }[]) =>
  Math.min(...found.map(({ params }) => Object.keys(params).length));

function paramsOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = decoded(parts[index] ?? "");
    const name = /^\{(\w+)\}$/.exec(expected)?.[1];
    if (part === undefined || (name === undefined && part !== expected) || part === "") return undefined;
    if (name !== undefined) params[name] = part;
  }
  return params;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    // Broken escapes name nothing.
    return undefined;
  }
}
