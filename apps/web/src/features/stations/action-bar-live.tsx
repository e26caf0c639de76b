"use client";

import { type CommandType, commandTypes, type TriggerMessage, triggerMessages } from "@chargehand/domain/command";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import type { Capabilities } from "@/server/commands/support";
import { CommandFaults } from "../commands/command-faults";
import { type OfflinePolicy, useCommands } from "../commands/use-commands";
import { useFreshCommands } from "../commands/use-fresh-commands";
import { useMay } from "../person/may";
import { ActionBar } from "./action-bar";
import { LateOfflinePolicy } from "./late-offline-policy";
import type { StationDetail } from "./station-view";

/** What a station can be told from its page; each button stays the state of what it gave. */
export function ActionBarLive({
  station,
  capabilities,
  isShort,
}: {
  station: StationDetail;
  capabilities: Capabilities;
  isShort?: boolean;
}) {
  const t = useTranslations("stationPage");
  const trpc = useTRPC();
  const mayCommand = useMay("commands.send");
  const isCutOff = useStreamState().is === "offline";
  const { data: given } = useQuery(trpc.commands.list.queryOptions({ station: station.id, limit: 30 }));
  const { data: tokens } = useQuery(trpc.tokens.list.queryOptions({ status: "active", limit: 200 }));
  const [policy, setPolicy] = useState<OfflinePolicy>({ ifOffline: "refuse" });
  const commands = useCommands();
  const fresh = useFreshCommands(given?.rows);
  const reason = station.version ? t("notInVersion", { version: station.version }) : t("neverConnected");

  return (
    <CommandFaults of={commands} isBelow>
      <ActionBar
        station={station}
        commands={commands.pending ? [commands.pending, ...fresh] : fresh}
        blocked={mayCommand ? (isCutOff ? t("cutOff") : undefined) : t("operatorsOnly")}
        unsupported={reasonsOf<CommandType>(commandTypes, (type) => capabilities.commands[type].supported, reason)}
        unsupportedMessages={reasonsOf<TriggerMessage>(
          triggerMessages,
          (message) => capabilities.triggers[message].supported,
          reason,
        )}
        onlyWholeReset={capabilities.resetOfOneEvse.supported ? undefined : capabilities.resetOfOneEvse.reason}
        hasSoftReset={capabilities.softReset.supported}
        hasResumingReset={capabilities.resumingReset.supported}
        mayWait={policy.ifOffline === "queue"}
        tokens={tokens?.rows ?? []}
        onSend={(command, how) => commands.send(station.id, command, { policy, ...how })}
        onSupport={commands.startForSupport}
        onUndo={commands.undo}
        isShort={isShort}
      />
      {!station.connected && mayCommand && !isShort && <LateOfflinePolicy policy={policy} onChoose={setPolicy} />}
    </CommandFaults>
  );
}

/** The reason for each thing that a station's version has no words for. */
const reasonsOf = <Key extends string>(
  keys: readonly Key[],
  isSupported: (key: Key) => boolean,
  reason: string,
): Partial<Record<Key, string>> =>
  // Object.fromEntries forgets the names of its keys.
  Object.fromEntries(keys.filter((key) => !isSupported(key)).map((key) => [key, reason])) as Partial<
    Record<Key, string>
  >;
