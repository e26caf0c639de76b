import type { Answer, Delivery, Proof } from "@chargehand/domain/command";
import { type Mutability, type VariableAttribute, type VariableType, variableKey } from "@chargehand/domain/variable";
import { commandState } from "../../features/commands/command-view";
import type { VariableRow, VariableWriteState } from "../../features/variables/variable-view";
import { commandSchema } from "../commands/schema";
import type { Context } from "../context";
import { groupOf } from "./groups";
import { isSecret } from "./secrets";

/** All that a station said of its variables. What opens a door is there without its value, and cannot be written. */
export async function listVariables({ pool }: Pick<Context, "pool">, station: number): Promise<VariableRow[]> {
  const [{ rows }, writes] = await Promise.all([
    pool.query<VariableSqlRow>(
      `SELECT DISTINCT ON (lower(component), evse, connector, lower(name), instance, key)
         key, attribute, component, component_instance, evse, connector, name, instance, value, mutability, type, unit,
         min, max, "values", reported_at
       FROM variable WHERE station_id = $1
       ORDER BY lower(component), evse NULLS FIRST, connector NULLS FIRST, lower(name), instance, key,
         attribute <> 'actual', attribute`,
      [station],
    ),
    lastWrites({ pool }, station),
  ]);
  return rows.map((row) => toVariableRow(row, writes.get(row.key)));
}

interface VariableSqlRow {
  key: string;
  attribute: VariableAttribute;
  component: string;
  component_instance: string | null;
  evse: number | null;
  connector: number | null;
  name: string;
  instance: string | null;
  value: string | null;
  mutability: Mutability | null;
  type: VariableType | null;
  unit: string | null;
  min: number | null;
  max: number | null;
  values: string[] | null;
  reported_at: Date;
}

const toVariableRow = (row: VariableSqlRow, write: VariableWriteState | undefined): VariableRow => ({
  key: row.key,
  group: groupOf(row),
  variable: {
    component: row.component,
    componentInstance: row.component_instance ?? undefined,
    evse: row.evse ?? undefined,
    connector: row.connector ?? undefined,
    name: row.name,
    instance: row.instance ?? undefined,
  },
  value: isSecret(row) ? undefined : (row.value ?? undefined),
  mutability: isSecret(row) ? "read-only" : (row.mutability ?? undefined),
  type: row.type ?? undefined,
  unit: row.unit ?? undefined,
  min: row.min ?? undefined,
  max: row.max ?? undefined,
  values: row.values?.length ? row.values : undefined,
  reportedAt: row.reported_at,
  write,
});

interface WriteSqlRow {
  command: unknown;
  delivery: Delivery;
  answer: Answer | null;
  proof: Proof;
  detail: string | null;
}

/** What became of the newest write of each variable, as long as that is worth saying. */
async function lastWrites({ pool }: Pick<Context, "pool">, station: number): Promise<Map<string, VariableWriteState>> {
  const { rows } = await pool.query<WriteSqlRow>(
    `SELECT command, delivery, answer, proof, detail FROM command
     WHERE station_id = $1 AND type = 'write-variables' AND created_at > now() - interval '1 day' ORDER BY id DESC LIMIT 200`,
    [station],
  );
  const newest = new Map<string, VariableWriteState | undefined>();
  for (const row of rows) {
    const command = commandSchema.safeParse(row.command);
    if (!command.success || command.data.type !== "write-variables") continue;
    for (const { variable, value } of command.data.writes) {
      const key = variableKey(variable);
      if (!newest.has(key)) newest.set(key, isSecret(variable) ? undefined : writeState(row, value));
    }
  }
  return new Map([...newest].flatMap(([key, state]) => (state ? [[key, state]] : [])));
}

function writeState({ delivery, answer, proof, detail }: WriteSqlRow, value: string): VariableWriteState | undefined {
  if (answer === "reboot-required" && proof !== "confirmed") return { is: "reboot-required", value };
  switch (commandState({ delivery, answer: answer ?? undefined, proof })) {
    case "held":
    case "queued":
    case "sent":
    case "proving":
    case "scheduled":
      return { is: "writing", value };
    case "rejected":
    case "unsupported":
    case "error":
      return { is: "rejected", value, detail: detail ?? undefined };
    case "unproven":
    case "in-doubt":
    case "no-answer":
      return { is: "unproven", value };
    case "answered":
    case "confirmed":
    case "expired":
    case "cancelled":
      return undefined;
  }
}
