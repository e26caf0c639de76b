import { everyFault, type Fault } from "@chargehand/ocpp/every-fault";
import type { Context } from "../context";
import { masked } from "../variables/secrets";
import { versionOf } from "./calls";

/** What keeps a payload from being sent: all that breaks the station's own schema, and secrets that have to be typed again. */
export async function checkCall(
  context: Pick<Context, "pool">,
  { station, action, payload }: { station: number; action: string; payload: object },
): Promise<Fault[]> {
  const faults = await everyFault(await versionOf(context, station), action, payload);
  return [...faults, ...coveredIn(payload, "$")];
}

/** A call that is repeated comes without its secrets, which are shown to nobody. */
function coveredIn(value: unknown, path: string): Fault[] {
  if (value === masked) return [{ path, message: "is a secret: type it again" }];
  if (Array.isArray(value)) return value.flatMap((item, index) => coveredIn(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => coveredIn(member, `${path}.${name}`));
}
