import type { Command } from "@chargehand/domain/command";
import { coverSecrets } from "../messages/mask";
import { isSecret, masked } from "../variables/secrets";

/** A command as it may be shown, and kept in the audit trail. */
export function withoutSecrets(command: Command): Command {
  if (command.type === "raw") return { ...command, payload: coverSecrets(command.payload) };
  if (command.type !== "write-variables") return command;
  return {
    ...command,
    writes: command.writes.map((write) => (isSecret(write.variable) ? { ...write, value: masked } : write)),
  };
}
