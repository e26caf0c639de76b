import { z } from "zod";
import type { ComponentName, VariableName } from "./variable";

export const componentName = z.object({
  name: z.string(),
  instance: z.string().optional(),
  evse: z.object({ id: z.int(), connectorId: z.int().optional() }).optional(),
});

export const variableName = z.object({ name: z.string(), instance: z.string().optional() });

/** Some variables by what is known of their names; what is left open fits any. */
export const selections = z.array(z.object({ component: componentName, variable: variableName.optional() })).optional();

export type Selections = z.infer<typeof selections>;

/** Whether a variable is among the selected ones; without a selection all are. */
export function isSelected(selected: Selections, has: { component: ComponentName; variable: VariableName }): boolean {
  if (!selected) return true;
  return selected.some(
    ({ component, variable }) =>
      fits(component.name, has.component.name) &&
      fits(component.instance, has.component.instance) &&
      fits(component.evse?.id, has.component.evse?.id) &&
      fits(component.evse?.connectorId, has.component.evse?.connectorId) &&
      fits(variable?.name, has.variable.name) &&
      fits(variable?.instance, has.variable.instance),
  );
}

function fits(asked: string | number | undefined, has: string | number | undefined): boolean {
  return asked === undefined || String(asked).toLowerCase() === String(has ?? "").toLowerCase();
}
