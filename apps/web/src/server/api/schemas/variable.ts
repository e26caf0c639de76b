import { z } from "zod";
import { type VariableRow, variableGroups } from "../../../features/variables/variable-view";
import { time } from "./shared";

export const variable = z
  .object({
    component: z.string().describe("Empty in 1.6, which has keys only."),
    componentInstance: z.string().nullable(),
    evse: z.int().nullable(),
    connector: z.int().nullable(),
    name: z.string(),
    instance: z.string().nullable(),
    group: z.enum(variableGroups),
    value: z.string().nullable().describe("Null for what opens a door, and for what the station did not say."),
    mutability: z.enum(["read-only", "write-only", "read-write"]).nullable(),
    type: z
      .enum(["string", "decimal", "integer", "date-time", "boolean", "option-list", "sequence-list", "member-list"])
      .nullable(),
    unit: z.string().nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    values: z.array(z.string()).nullable().describe("The choices of a list."),
    reportedAt: time.nullable(),
  })
  .meta({ id: "Variable" });

export const toVariable = ({ variable: ref, ...row }: VariableRow): z.input<typeof variable> => ({
  component: ref.component,
  componentInstance: ref.componentInstance ?? null,
  evse: ref.evse ?? null,
  connector: ref.connector ?? null,
  name: ref.name,
  instance: ref.instance ?? null,
  group: row.group,
  value: row.value ?? null,
  mutability: row.mutability ?? null,
  type: row.type ?? null,
  unit: row.unit ?? null,
  min: row.min ?? null,
  max: row.max ?? null,
  values: row.values ? [...row.values] : null,
  reportedAt: row.reportedAt ?? null,
});
