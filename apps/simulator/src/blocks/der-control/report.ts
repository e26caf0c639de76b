import type { JsonObject } from "../../json";
import type { Message } from "../../wire/outbox";
import { type Field, fieldOf, isAlwaysDefault } from "./control";
import type { DerControl } from "./der-controls";

/** The orders a station holds, each kind in its own list of 2.1, in several parts. */
export function derReport(requestId: number, controls: readonly (DerControl & { superseded: boolean })[]): Message[] {
  const count = Math.max(1, Math.ceil(controls.length / controlsPerPart));
  return Array.from({ length: count }, (_, index) => {
    const lists: Record<string, JsonObject[]> = {};
    for (const control of controls.slice(index * controlsPerPart, (index + 1) * controlsPerPart)) {
      const field = fieldOf(control.type);
      lists[field] = [...(lists[field] ?? []), toldOf(control, field)];
    }
    return {
      action: "ReportDERControl",
      urgent: true,
      build: () => ({ requestId, tbc: index < count - 1, ...lists }),
    };
  });
}

const controlsPerPart = 12;

function toldOf(control: DerControl & { superseded: boolean }, field: Field): JsonObject {
  const { id, isDefault, order, superseded, type } = control;
  const named: JsonObject = { id, [names[field] ?? field]: order };
  if (isAlwaysDefault(type)) return named;
  return { ...named, isDefault, isSuperseded: superseded, ...(field === "curve" && { curveType: type }) };
}

/** Where the order is called otherwise within the report. */
const names: Partial<Record<Field, string>> = { fixedPFAbsorb: "fixedPF", fixedPFInject: "fixedPF" };
