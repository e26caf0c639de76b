"use client";

import type { Command } from "@chargehand/domain/command";
import { useQuery } from "@tanstack/react-query";
import { LockOpen, type LucideIcon, RotateCcw, Square, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { latePart } from "@/components/late-part";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import type { Capabilities } from "@/server/commands/support";
import { CommandButton } from "../commands/command-button";
import { CommandFault } from "../commands/command-fault";
import { CommandFaults } from "../commands/command-faults";
import { commandState } from "../commands/command-view";
import { StartStepsLive } from "../commands/start-steps-live";
import { type Sending, useCommands } from "../commands/use-commands";
import { useFreshCommands } from "../commands/use-fresh-commands";
import type { ConnectorView } from "../connectors/connector-view";
import { useMay } from "../person/may";
import { unavailableAt } from "../stations/station-commands";
import type { StationDetail } from "../stations/station-view";
import { FieldWaiting } from "./field-waiting";
import { useWaiting } from "./use-waiting";

const buttons = ["start", "stop", "unlock", "reset"] as const;
type Button = (typeof buttons)[number];
const icons: Record<Button, LucideIcon> = { start: Zap, stop: Square, unlock: LockOpen, reset: RotateCcw };

/** What a station can be told, in reach of one thumb. Without a line it waits in the phone, and says until when. */
export function FieldActions({
  station,
  connector,
  capabilities,
}: {
  station: StationDetail;
  connector: ConnectorView | undefined;
  capabilities: Capabilities;
}) {
  const t = useTranslations("field");
  const action = useTranslations("action");
  const page = useTranslations("stationPage");
  const trpc = useTRPC();
  const mayCommand = useMay("commands.send");
  const stream = useStreamState();
  const isCutOff = stream.is === "offline";
  const commands = useCommands();
  const { data: given } = useQuery(trpc.commands.list.queryOptions({ station: station.id, limit: 30 }));
  const { data: tokens } = useQuery(trpc.tokens.list.queryOptions({ status: "active", limit: 200 }));
  const fresh = useFreshCommands(given?.rows);
  const waiting = useWaiting(stream.is === "live", ({ stationId, command }) => commands.send(stationId, command));
  const [asking, setAsking] = useState<"start" | "reset">();
  const [isHelpLate, setHelpLate] = useState(false);
  const all = commands.pending ? [commands.pending, ...fresh] : fresh;
  useEffect(() => {
    // Before the line is lost. If it fails, whoever asks for a dialog loads it again.
    Promise.all([loadStart(), loadReset()]).catch(() => {});
  }, []);
  const last = (button: Button) =>
    all.find(({ command, place }) => command.type === button && (button === "reset" || place === connector?.label));
  const start = last("start");

  const close = () => setAsking(undefined);
  function give(button: Button, command: Command, how?: Pick<Sending, "atOnce" | "onGiven">) {
    if (!isCutOff) return commands.send(station.id, command, how);
    close();
    const label = connector && button !== "reset" ? action(`${button}On`, { label: connector.label }) : action(button);
    waiting.add({ stationId: station.id, station: station.identity, command, label });
  }

  function press(button: Button) {
    if (button === "start" || button === "reset") return setAsking(button);
    if (!connector) return;
    const { evse, connector: number, session } = connector;
    if (button === "unlock") give(button, { type: "unlock", evse, connector: number });
    else if (session) give(button, { type: "stop", session: session.id });
  }

  function unavailable(button: Button): string | undefined {
    if (!mayCommand) return page("operatorsOnly");
    if (!capabilities.commands[button].supported) {
      return station.version ? page("notInVersion", { version: station.version }) : page("neverConnected");
    }
    if (!station.connected && !isCutOff) return action("offline");
    if (button === "reset") return isCutOff ? t("noLateReset") : undefined;
    const reason = connector ? unavailableAt(button, connector, isCutOff) : "noSession";
    return reason && action(`unavailable.${reason}`);
  }

  const dialog = { station, isOpen: true, onClose: close } as const;
  return (
    <footer className="shrink-0 border-ink border-t-2 bg-canvas px-[max(12px,calc(50%-24rem))] pt-3 pb-[max(12px,env(safe-area-inset-bottom))]">
      <CommandFaults of={commands}>
        {isHelpLate && <CommandFault text={t("noLateSupport")} onDismiss={() => setHelpLate(false)} />}
        <FieldWaiting
          isCutOff={isCutOff && mayCommand}
          actions={waiting.actions}
          onDrop={waiting.drop}
          queued={station.connected ? [] : fresh.filter((command) => commandState(command) === "queued")}
        />
        {start && !isCutOff && start.id !== "pending" && <StartStepsLive command={start} />}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form. */}
        <div
          role="group"
          aria-label={action("group", { station: station.identity })}
          className="grid grid-cols-2 gap-2"
        >
          {buttons.map((button) => (
            <CommandButton
              key={button}
              isBig
              look={button === "start" ? "primary" : "quiet"}
              label={action(button)}
              Icon={icons[button]}
              command={last(button)}
              unavailable={unavailable(button)}
              onPress={() => unavailable(button) === undefined && press(button)}
              onUndo={commands.undo}
            />
          ))}
        </div>
        {asking === "start" && connector && (
          <StartDialog
            {...dialog}
            station={{ ...station, connectors: [connector] }}
            mayWait={isCutOff}
            tokens={tokens?.rows ?? []}
            onSend={(command) => give("start", command, { onGiven: close })}
            onSupport={(order) => {
              if (!isCutOff) return commands.startForSupport(order, { onGiven: close });
              close();
              setHelpLate(true);
            }}
          />
        )}
        {asking === "reset" && (
          <ResetDialog
            {...dialog}
            onlyWhole={capabilities.resetOfOneEvse.supported ? undefined : capabilities.resetOfOneEvse.reason}
            hasSoft={capabilities.softReset.supported}
            onSend={(command, atOnce) => give("reset", command, { atOnce, onGiven: close })}
          />
        )}
      </CommandFaults>
    </footer>
  );
}

const loadStart = () => import("../stations/start-dialog");
const loadReset = () => import("../stations/reset-dialog");
const StartDialog = latePart(() => loadStart().then((module) => module.StartDialog));
const ResetDialog = latePart(() => loadReset().then((module) => module.ResetDialog));
