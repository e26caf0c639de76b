import { type VariableRef, variableKey } from "@chargehand/domain/variable";
import type { Queryable } from "./pool";

/** The actual value of a station's variable as it was last reported, if it ever was. */
export async function readVariable(
  client: Queryable,
  station: number,
  variable: VariableRef,
): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string | null }>(
    "SELECT value FROM variable WHERE station_id = $1 AND key = $2 AND attribute = 'actual'",
    [station, variableKey(variable)],
  );
  return rows[0]?.value ?? undefined;
}
