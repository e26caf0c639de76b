import type { VariableWrite } from "@chargehand/domain/command";

/** What is written, as lines of text: `Component.Variable = value`, and `Key = value` where there are no components. */
export const toLines = (writes: readonly VariableWrite[], isOld: boolean): string =>
  writes
    .map(({ variable: { component, name }, value }) => `${isOld ? name : `${component}.${name}`} = ${value}`)
    .join("\n");

/** The lines as what is to be written; undefined where one of them cannot be understood. */
export function toWrites(lines: string, isOld: boolean): VariableWrite[] | undefined {
  const writes: VariableWrite[] = [];
  for (const line of lines.split("\n").filter((text) => text.trim() !== "")) {
    const [, component = "", name, value] = (isOld ? keyLine : variableLine).exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    writes.push({ variable: { component, name }, value });
  }
  return writes;
}

const keyLine = /^\s*()([^\s=]+)\s*=\s*(.*?)\s*$/;
const variableLine = /^\s*([^\s.=]+)\.([^\s=]+)\s*=\s*(.*?)\s*$/;
