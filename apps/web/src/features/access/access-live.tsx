"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import { CommandFault } from "../commands/command-fault";
import { CommandRow } from "../commands/command-row";
import { useAgain } from "../commands/use-again";
import { useCommands } from "../commands/use-commands";
import { useFreshCommands } from "../commands/use-fresh-commands";
import { useMay } from "../person/may";
import { ReservationsPanel } from "../reservations/reservations-panel";
import { useStation } from "../stations/use-station";
import { CachePanel } from "./cache-panel";
import { LocalListPanel } from "./local-list-panel";

/** Who may charge at a station when it cannot ask us, and what it remembers of what we said. */
export function AccessLive({ identity }: { identity: string }) {
  const words = useTranslations("stationPage");
  const trpc = useTRPC();
  const { station, capabilities } = useStation(identity);
  const isCutOff = useStreamState().is === "offline";
  const mayCommand = useMay("commands.send");
  const commands = useCommands();
  const { data: given } = useQuery(trpc.commands.list.queryOptions({ station: station.id, limit: 30 }));
  const again = useAgain(given?.rows ?? [], commands.send);
  const fresh = useFreshCommands(given?.rows).filter(
    ({ command: { type } }) => type === "clear-cache" || type === "read-local-list",
  );

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-6 overflow-auto px-5 py-4 max-md:px-4">
      {(commands.fault || fresh.length > 0) && (
        <div className="-mx-5 border-line border-t max-md:-mx-4">
          {commands.fault && <CommandFault text={commands.fault} onDismiss={commands.dismiss} />}
          {fresh.slice(0, 3).map((command) => (
            <CommandRow key={command.id} command={command} onUndo={commands.undo} onTryAgain={again} />
          ))}
        </div>
      )}
      <ReservationsPanel identity={identity} />
      <LocalListPanel
        station={station.id}
        blocked={blocked("send-local-list")}
        onAsk={() => commands.send(station.id, { type: "read-local-list" })}
      />
      <CachePanel blocked={blocked("clear-cache")} onClear={() => commands.send(station.id, { type: "clear-cache" })} />
    </div>
  );

  function blocked(type: "send-local-list" | "clear-cache"): string | undefined {
    if (!mayCommand) return words("operatorsOnly");
    if (isCutOff) return words("cutOff");
    if (!capabilities.commands[type].supported) {
      return station.version ? words("notInVersion", { version: station.version }) : words("neverConnected");
    }
    return station.connected ? undefined : words("offline");
  }
}
