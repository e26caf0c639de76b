import {
  type Mutability,
  type VariableAttribute,
  type VariableRef,
  type VariableType,
  variableKey,
} from "@chargehand/domain/variable";
import { type CommandFacts, type CommandState, lifecycleOf } from "../commands/lifecycle";
import { commandSchema } from "../commands/schema";
import type { Context } from "../context";
import { groupOf, type VariableGroup, variableGroups } from "./groups";
import { isSecret, masked } from "./secrets";

/** One setting or fact of a station, with all that it said about it. */
export interface VariableRow {
  /** Unique within the station, whatever the case of its letters. */
  key: string;
  variable: VariableRef;
  type: VariableType | null;
  unit: string | null;
  min: number | null;
  max: number | null;
  /** The allowed values of a list type. */
  values: string[];
  attributes: AttributeRow[];
  /** Its value opens a door: covered, and not to be written here. */
  secret: boolean;
  lastWrite: LastWrite | null;
}

export interface AttributeRow {
  attribute: VariableAttribute;
  value: string | null;
  mutability: Mutability | null;
  persistent: boolean | null;
  constant: boolean | null;
  reportedAt: Date;
}

/** The newest attempt to change it. */
export interface LastWrite {
  command: number;
  value: string;
  state: CommandState;
  detail: string | null;
  at: Date;
}

export interface VariableChapter {
  group: VariableGroup;
  variables: VariableRow[];
}

/** All that a station said of its variables, in chapters. */
export async function listVariables({ pool }: Pick<Context, "pool">, station: number): Promise<VariableChapter[]> {
  const [{ rows }, writes] = await Promise.all([
    pool.query<VariableSqlRow>(
      `SELECT key, attribute, component, component_instance, evse, connector, name, instance, value, mutability, type,
         unit, min, max, "values", persistent, constant, reported_at
       FROM variable WHERE station_id = $1
       ORDER BY lower(component), evse NULLS FIRST, connector NULLS FIRST, lower(name), instance, key, attribute`,
      [station],
    ),
    lastWrites({ pool }, station),
  ]);

  const variables = new Map<string, VariableRow>();
  for (const row of rows) {
    const known = variables.get(row.key);
    const variable = known ?? toVariable(row, writes.get(row.key) ?? null);
    variable.attributes.push(toAttribute(row, variable.secret));
    variables.set(row.key, variable);
  }
  return variableGroups.flatMap((group) => {
    const inGroup = [...variables.values()].filter(({ variable }) => groupOf(variable) === group);
    return inGroup.length > 0 ? [{ group, variables: inGroup }] : [];
  });
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
  values: string[];
  persistent: boolean | null;
  constant: boolean | null;
  reported_at: Date;
}

const toVariable = (row: VariableSqlRow, lastWrite: LastWrite | null): VariableRow => ({
  key: row.key,
  variable: {
    component: row.component,
    componentInstance: row.component_instance ?? undefined,
    evse: row.evse ?? undefined,
    connector: row.connector ?? undefined,
    name: row.name,
    instance: row.instance ?? undefined,
  },
  type: row.type,
  unit: row.unit,
  min: row.min,
  max: row.max,
  values: row.values,
  attributes: [],
  secret: isSecret(row),
  lastWrite,
});

const toAttribute = (row: VariableSqlRow, secret: boolean): AttributeRow => ({
  attribute: row.attribute,
  value: secret && row.value ? masked : row.value,
  mutability: row.mutability,
  persistent: row.persistent,
  constant: row.constant,
  reportedAt: row.reported_at,
});

/** The newest write of each variable among the station's recent commands. */
async function lastWrites({ pool }: Pick<Context, "pool">, station: number): Promise<Map<string, LastWrite>> {
  const { rows } = await pool.query<CommandFacts & { id: number; command: unknown }>(
    `SELECT id, command, created_at AS "createdAt", hold_until AS "holdUntil", expires_at AS "expiresAt", delivery,
       sent_at AS "sentAt", answer, answered_at AS "answeredAt", proof, plan, deadline, unproven_at AS "unprovenAt",
       confirmed_at AS "confirmedAt", detail, evidence
     FROM command WHERE station_id = $1 AND type = 'write-variables' ORDER BY id DESC LIMIT 200`,
    [station],
  );
  const newest = new Map<string, LastWrite>();
  for (const row of rows) {
    const command = commandSchema.safeParse(row.command);
    if (!command.success || command.data.type !== "write-variables") continue;
    const { state, detail } = lifecycleOf(row);
    for (const { variable, value } of command.data.writes) {
      const key = variableKey(variable);
      if (newest.has(key)) continue;
      newest.set(key, {
        command: row.id,
        value: isSecret(variable) ? masked : value,
        state,
        detail,
        at: row.createdAt,
      });
    }
  }
  return newest;
}
