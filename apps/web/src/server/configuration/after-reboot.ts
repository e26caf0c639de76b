import type { Queryable } from "@chargehand/db/pool";
import { type VariableRef, variableKey } from "@chargehand/domain/variable";
import { z } from "zod";
import { variable } from "../commands/schema-variable";

/** The standard says it of this one; of all others, stations do. */
const always: VariableRef = { component: "OCPPCommCtrlr", name: "NetworkConfigurationPriority" };

const writes = z.object({ writes: z.array(z.object({ variable })) });

/** Which variables hold only after a boot: those of which a station of the same model lately said so. */
export async function keysAfterReboot(db: Queryable) {
  const { rows } = await db.query<{
    vendor: string | null;
    model: string | null;
    command: unknown;
    detail: string | null;
  }>(
    `SELECT DISTINCT s.vendor, s.model, c.command, c.detail
     FROM (SELECT station_id, command, detail FROM command
       WHERE type = 'write-variables' AND answer = 'reboot-required' ORDER BY id DESC LIMIT 1000) c
       JOIN station s ON s.id = c.station_id`,
  );
  const known = new Map<string, Set<string>>();
  for (const { command, detail, ...model } of rows) {
    const told = writes.safeParse(command);
    if (!told.success) continue;
    const all = told.data.writes.map((write) => write.variable);
    // Where several were written at once, the answer names those that wait.
    const waiting =
      all.length === 1 ? all : all.filter(({ component, name }) => detail?.includes(`${component}.${name}`));
    const keys = known.get(nameOf(model)) ?? new Set([variableKey(always)]);
    for (const each of waiting) keys.add(variableKey(each));
    known.set(nameOf(model), keys);
  }
  const standard: ReadonlySet<string> = new Set([variableKey(always)]);
  return (model: Model): ReadonlySet<string> => known.get(nameOf(model)) ?? standard;
}

interface Model {
  vendor: string | null;
  model: string | null;
}

const nameOf = ({ vendor, model }: Model) => JSON.stringify([vendor, model]);
