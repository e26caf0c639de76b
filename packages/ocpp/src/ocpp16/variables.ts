import type { VariableReading, VariableRef } from "@chargehand/domain/variable";
import { configurationKeys } from "../generated/configuration-keys";
import type { Response } from "../messages";

/** 1.6 has no components: a variable is its configuration key. */
export const toVariable = (key: string): VariableRef => ({ component: "", name: key });

type ConfigurationKey = NonNullable<Response<"1.6", "GetConfiguration">["configurationKey"]>[number];

/** What a station says of a key, with what the standard says of it: the station tells neither type nor unit. */
export function toReading({ key, readonly, value }: ConfigurationKey): VariableReading {
  return {
    variable: toVariable(key),
    attribute: "actual",
    value,
    mutability: isSecret(key) ? "write-only" : readonly ? "read-only" : "read-write",
    ...standardKeys.get(key.toLowerCase()),
  };
}

/** Whether a key can be written but never read. */
export const isSecret = (key: string): boolean => key.toLowerCase() === "authorizationkey";

const standardKeys: ReadonlyMap<string, Pick<VariableReading, "type" | "unit">> = new Map(
  configurationKeys.map(({ name, ...facts }) => [name.toLowerCase(), facts]),
);
