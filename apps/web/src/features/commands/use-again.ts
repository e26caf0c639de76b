import type { CommandRow } from "@/server/commands/list";
import type { CommandView } from "./command-view";
import type { useCommands } from "./use-commands";

/** Gives a command once more, as it was first given, with why: a session by our number, not by the station's. */
export const useAgain =
  (rows: readonly CommandRow[], send: ReturnType<typeof useCommands>["send"]) => (view: CommandView) => {
    const row = rows.find(({ id }) => id === view.id);
    if (!row) return;
    const { command, sessionId, stationId, reason } = row;
    const named =
      "session" in command && sessionId !== undefined ? { ...command, session: String(sessionId) } : command;
    send(stationId, named, { reason });
  };
