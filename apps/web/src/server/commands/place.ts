import type { Command } from "@chargehand/domain/command";

/** The connector a command is about, as people count; undefined when it is about the whole station. */
export function placeOf(
  command: Command,
  session: { evse: number | null; connector: number | null },
  several: boolean,
): string | undefined {
  const evse = "session" in command ? session.evse : "evse" in command ? command.evse : undefined;
  if (evse === undefined || evse === null || evse === 0) return undefined;
  const connector = "session" in command ? session.connector : "connector" in command ? command.connector : undefined;
  return several && connector !== undefined && connector !== null ? `${evse}.${connector}` : String(evse);
}
