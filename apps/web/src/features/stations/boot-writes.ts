import type { VariableWrite } from "@chargehand/domain/command";

/** Whether stations have keys, variables of components, or some the one and some the other. */
export type Spelling = "keys" | "variables" | "both";

/** What is written, as lines of text: `Component.Variable = value`, and `Key = value` where there are no components. */
export const toLines = (writes: readonly VariableWrite[]): string =>
  writes
    .map(({ variable: { component, name }, value }) => `${component ? `${component}.${name}` : name} = ${value}`)
    .join("\n");

/** The lines as what is to be written; undefined where one of them cannot be understood. */
export function toWrites(lines: string, spelling: Spelling): VariableWrite[] | undefined {
  const writes: VariableWrite[] = [];
  for (const line of lines.split("\n").filter((text) => text.trim() !== "")) {
    const [, component = "", name, value] = grammar[spelling].exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    writes.push({ variable: { component, name }, value });
  }
  return writes;
}

// Where both are meant, a dot tells them apart: keys with dots can be written at their own station.
const grammar: Record<Spelling, RegExp> = {
  keys: /^\s*()([^\s=]+)\s*=\s*(.*?)\s*$/,
  variables: /^\s*([^\s.=]+)\.([^\s=]+)\s*=\s*(.*?)\s*$/,
  both: /^\s*(?:([^\s.=]+)\.)?([^\s.=]+)\s*=\s*(.*?)\s*$/,
};
