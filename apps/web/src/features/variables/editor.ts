import type { VariableRow } from "./variable-view";

/** The control that fits a variable. */
export type Editor =
  | { kind: "none" }
  | { kind: "switch" }
  | { kind: "choice"; values: readonly string[] }
  | { kind: "members"; values: readonly string[] }
  | { kind: "number"; isWhole: boolean; min?: number; max?: number; unit?: string }
  | { kind: "text" };

/** Chooses the control by what the station told about the variable; text where it told nothing. */
export function editorOf({ type, mutability, values, min, max, unit }: VariableRow): Editor {
  if (mutability === "read-only") return { kind: "none" };
  switch (type) {
    case "boolean":
      return { kind: "switch" };
    case "option-list":
      return values?.length ? { kind: "choice", values } : { kind: "text" };
    case "member-list":
      return values?.length ? { kind: "members", values } : { kind: "text" };
    case "integer":
    case "decimal":
      return { kind: "number", isWhole: type === "integer", min, max, unit };
    default:
      return { kind: "text" };
  }
}

/** Why a station would refuse a value, as far as its own limits say; undefined if they allow it. */
export type Fault = { fault: "number" | "whole" } | { fault: "min" | "max"; limit: number } | undefined;

/** Holds a value against the limits the station gave. */
export function checkValue(editor: Editor, value: string): Fault {
  if (editor.kind !== "number") return undefined;
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return { fault: "number" };
  if (editor.isWhole && !Number.isInteger(number)) return { fault: "whole" };
  if (editor.min !== undefined && number < editor.min) return { fault: "min", limit: editor.min };
  if (editor.max !== undefined && number > editor.max) return { fault: "max", limit: editor.max };
  return undefined;
}

/** Whether a station's word for a yes is one; versions and makers spell it differently. */
export const isYes = (value: string | undefined) => /^(true|1|yes)$/i.test(value?.trim() ?? "");

/** Writes a yes or no the way the station spells its own. */
export const yesOrNo = (yes: boolean, like: string | undefined) => {
  const word = yes ? "true" : "false";
  return like && /^[TF]/.test(like) ? word.replace(/^./, (letter) => letter.toUpperCase()) : word;
};

/** A comma-separated list, apart and together again. */
export const members = (value: string | undefined) =>
  (value ?? "")
    .split(",")
    .map((member) => member.trim())
    .filter(Boolean);
export const joinMembers = (chosen: ReadonlySet<string>, order: readonly string[]) =>
  order.filter((member) => chosen.has(member)).join(",");
