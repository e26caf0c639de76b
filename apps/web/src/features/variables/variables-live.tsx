"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ErrorPanel } from "@/components/error-panel";
import { SkeletonRows } from "@/components/skeleton";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import { CommandFault } from "../commands/command-fault";
import { CommandRow } from "../commands/command-row";
import { useAgain } from "../commands/use-again";
import { useCommands } from "../commands/use-commands";
import { useFreshCommands } from "../commands/use-fresh-commands";
import { StationSettings } from "../configuration/station-settings";
import { StreamLine } from "../maintenance/stream-line";
import { useMay } from "../person/may";
import { useStation } from "../stations/use-station";
import { useStreams } from "./use-streams";
import { VariablesTable } from "./variables-table";

/** A station's settings and facts as it told them; what is written shows its life here, and at its row. */
export function VariablesLive({ identity }: { identity: string }) {
  const t = useTranslations("variables");
  const words = useTranslations("stationPage");
  const trpc = useTRPC();
  const { station, capabilities } = useStation(identity);
  const isCutOff = useStreamState().is === "offline";
  const mayCommand = useMay("commands.send");
  const list = useQuery(trpc.variables.list.queryOptions({ station: station.id }));
  const { data: given } = useQuery(trpc.commands.list.queryOptions({ station: station.id, limit: 30 }));
  const streamOf = useStreams(station.id);
  const commands = useCommands();
  const again = useAgain(given?.rows ?? [], commands.send);
  const fresh = useFreshCommands(given?.rows).filter(({ command }) => command.type.endsWith("-variables"));
  const rows = list.data ?? [];

  return (
    <>
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      <StationSettings station={station.id} identity={identity} />
      {list.isPending ? (
        <SkeletonRows rows={12} label={t("loading")} />
      ) : (
        <VariablesTable
          rows={rows}
          readAt={newest(rows.map(({ reportedAt }) => reportedAt))}
          blocked={blocked()}
          onRead={() => commands.send(station.id, { type: "read-variables" })}
          onWrite={(writes) => commands.send(station.id, { type: "write-variables", writes })}
          aside={({ variable }) =>
            streamOf(variable).map((stream) => <StreamLine key={stream.id} stream={stream} name={variable.name} />)
          }
          commands={
            (commands.fault || fresh.length > 0) && (
              <div className="border-line border-t">
                {commands.fault && <CommandFault text={commands.fault} onDismiss={commands.dismiss} />}
                {fresh.slice(0, 3).map((command) => (
                  <CommandRow key={command.id} command={command} onUndo={commands.undo} onTryAgain={again} />
                ))}
              </div>
            )
          }
        />
      )}
    </>
  );

  function blocked(): string | undefined {
    if (!mayCommand) return words("operatorsOnly");
    if (isCutOff) return words("cutOff");
    if (!capabilities.commands["read-variables"].supported) {
      return station.version ? words("notInVersion", { version: station.version }) : words("neverConnected");
    }
    return station.connected ? undefined : words("offline");
  }
}

const newest = (moments: (Date | undefined)[]) =>
  moments.reduce<Date | undefined>((last, at) => (at && (!last || at > last) ? at : last), undefined);
