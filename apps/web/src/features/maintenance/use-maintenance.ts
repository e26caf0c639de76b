"use client";

import type { Command, CommandType } from "@chargehand/domain/command";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import { useAgain } from "../commands/use-again";
import { useCommands } from "../commands/use-commands";
import { useFreshCommands } from "../commands/use-fresh-commands";
import { useMay } from "../person/may";
import { useStation } from "../stations/use-station";

/** What every panel of a station's maintenance needs: the station, how it is told something, and what became of that. */
export function useMaintenance(identity: string) {
  const words = useTranslations("stationPage");
  const trpc = useTRPC();
  const { station, capabilities } = useStation(identity);
  const isCutOff = useStreamState().is === "offline";
  const mayCommand = useMay("commands.send");
  const { data: given } = useQuery(trpc.commands.list.queryOptions({ station: station.id, limit: 30 }));
  const commands = useCommands();
  const again = useAgain(given?.rows ?? [], commands.send);
  const fresh = useFreshCommands(given?.rows);

  return {
    station,
    commands,
    /** What it was told lately, newest first. */
    given: given?.rows ?? [],
    again,
    /** Those of some types that are still news. */
    fresh: (types: readonly CommandType[]) => fresh.filter(({ command }) => types.includes(command.type)).slice(0, 3),
    /** `onGiven`: closes the dialog that asked, which stays open with the reason when it is refused. */
    send: (command: Command, onGiven?: () => void) => commands.send(station.id, command, { onGiven }),
    /** Why a command cannot be given now; undefined when it can. */
    blocked(type: CommandType): string | undefined {
      if (!mayCommand) return words("operatorsOnly");
      if (isCutOff) return words("cutOff");
      const support = capabilities.commands[type];
      if (!support.supported) return support.reason;
      return station.connected ? undefined : words("offline");
    },
  };
}

export type Maintenance = ReturnType<typeof useMaintenance>;
