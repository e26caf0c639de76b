import type { Command } from "@chargehand/domain/command";
import { type CommandView, commandState, isSettled } from "../commands/command-view";
import type { ConnectorView } from "../connectors/connector-view";

/** The steps that may free a driver from a session that does not end, from the mildest on. */
export const rungs = ["stop", "unlock", "soft", "hard"] as const;
export type Rung = (typeof rungs)[number];

/** What each rung says to a station that knows these resets; undefined where it has no words for it. */
export function commandsOf({
  session,
  place,
  softReset,
  resetOfOneEvse,
}: {
  session: string;
  place: Pick<ConnectorView, "evse" | "connector"> | undefined;
  softReset: boolean;
  resetOfOneEvse: boolean;
}): Record<Rung, Command | undefined> {
  return {
    stop: { type: "stop", session },
    unlock: place && { type: "unlock", evse: place.evse, connector: place.connector },
    soft: softReset
      ? { type: "reset", when: "soft" }
      : resetOfOneEvse && place
        ? { type: "reset", when: "now", evse: place.evse }
        : undefined,
    hard: { type: "reset", when: "now" },
  };
}

/** What was given last for each rung since the session was first told to stop; newest first in, as lists are. */
export function givenFor(
  commands: readonly (CommandView & { sessionId?: number })[],
  { session, place }: { session: number; place: Pick<ConnectorView, "evse"> | undefined },
): Partial<Record<Rung, CommandView>> {
  const stops = commands.filter(({ command, sessionId }) => command.type === "stop" && sessionId === session);
  const first = stops.at(-1);
  if (!first) return {};
  const since = commands.filter(({ createdAt }) => createdAt >= first.createdAt);
  const last = (fits: (command: Command) => boolean) => since.find(({ command }) => fits(command));
  return {
    stop: stops[0],
    unlock: last((command) => command.type === "unlock" && command.evse === place?.evse),
    soft: last((command) => command.type === "reset" && (command.when === "soft" || command.evse !== undefined)),
    hard: last((command) => command.type === "reset" && command.when === "now" && command.evse === undefined),
  };
}

/** It was given and is over, whatever came of it: where the session still goes on, it did not help. */
const wasTried = (command: CommandView) => {
  const state = commandState(command);
  return isSettled(state) && state !== "cancelled";
};

/** Whether there is a reason to go further than to stop. */
export const isStuck = (given: Partial<Record<Rung, CommandView>>) => given.stop !== undefined && wasTried(given.stop);

/** The mildest one that has not been tried in vain; undefined once nothing is left but our books. */
export const nextRung = (
  given: Partial<Record<Rung, CommandView>>,
  commands: Record<Rung, Command | undefined>,
): Rung | undefined =>
  rungs.find((rung) => {
    const tried = given[rung];
    return commands[rung] !== undefined && !(tried && wasTried(tried));
  });
