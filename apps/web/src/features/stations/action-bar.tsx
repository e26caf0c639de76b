"use client";

import type { Command } from "@chargehand/domain/command";
import { type TriggerMessage, triggerMessages } from "@chargehand/domain/command";
import { Ellipsis, LockOpen, MessageSquare, RefreshCw, RotateCcw, Square, Wrench, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";
import { keyScope, useKeys } from "@/components/keys/use-keys";
import { latePart } from "@/components/late-part";
import { Menu } from "@/components/menu";
import { usePhone } from "@/components/use-phone";
import { CommandButton } from "../commands/command-button";
import type { CommandView } from "../commands/command-view";
import type { Sending, SupportStart } from "../commands/use-commands";
import { actionOf, availabilityCommand, type StationAction } from "./station-commands";
import type { StationDetail } from "./station-view";
import type { TokenOption } from "./token-choice";

/** What somebody can tell a station here. */
export interface StationActionsProps {
  station: StationDetail;
  /** This station's commands that still matter, newest first. */
  commands: readonly CommandView[];
  /** Why nothing at all can be sent: no permission, our own stream is down. */
  blocked?: string;
  /** What this station's version has no words for, or it said it cannot. */
  unsupported?: Partial<Record<Command["type"], string>>;
  /** The messages it cannot be asked for, and why. */
  unsupportedMessages?: Partial<Record<TriggerMessage, string>>;
  /** Why only the whole station can be reset. */
  onlyWholeReset?: string;
  /** It knows a soft reset beside the hard one. */
  hasSoftReset?: boolean;
  hasResumingReset?: boolean;
  /** While it is away, commands wait for its return instead of being refused. */
  mayWait?: boolean;
  tokens: readonly TokenOption[];
  /** How it is given: not held for undo, and what closes the dialog that asked. */
  onSend: (command: Command, how?: Pick<Sending, "atOnce" | "onGiven">) => void;
  /** Starts for somebody on the phone. */
  onSupport: (start: SupportStart, how: Pick<Sending, "onGiven">) => void;
  onUndo: (command: CommandView) => void;
  /** The actions that fit a narrow place. */
  isShort?: boolean;
}

type Asking = "start" | "stop" | "unlock" | "reset";

/** The actions of a station: the four of every day as buttons that turn into their state, the others in a menu. */
export function ActionBar({
  station,
  commands,
  blocked,
  unsupported = {},
  unsupportedMessages = {},
  onlyWholeReset,
  hasSoftReset = false,
  hasResumingReset = false,
  mayWait = false,
  tokens,
  onSend,
  onSupport,
  onUndo,
  isShort,
}: StationActionsProps) {
  const t = useTranslations("action");
  const isPhone = usePhone();
  const [asking, setAsking] = useState<Asking>();
  const last = (action: StationAction) => commands.find(({ command }) => actionOf[command.type] === action);
  const reason = (type: Command["type"]) =>
    blocked ?? unsupported[type] ?? (station.connected || mayWait ? undefined : t("offline"));
  const inService = station.connectors.some(({ state }) => state !== "out-of-service");
  const hasSession = station.connectors.some(({ session }) => session);
  const button = { onUndo, isShort } as const;

  const asks = triggerMessages.map((message) => ({
    id: message,
    label: t(`message.${message}`),
    unavailable: reason("trigger") ?? unsupportedMessages[message],
    onAction: () => onSend({ type: "trigger", message }),
  }));
  const wholeStation = {
    id: "availability",
    label: t(inService ? "outOfService" : "intoService"),
    Icon: Wrench,
    unavailable: reason("set-availability"),
    onAction: () => onSend(availabilityCommand(!inService)),
  };

  useEffect(() => {
    // If it fails, whoever asks for a dialog loads it again.
    loadDialogs().catch(() => {});
  }, []);

  const close = () => setAsking(undefined);
  const help = (start: SupportStart) => onSupport(start, { onGiven: close });
  const dialog = {
    mayWait,
    isOpen: true,
    onClose: close,
    onSend: (command: Command, atOnce?: boolean) => onSend(command, { atOnce, onGiven: close }),
  } as const;

  const ask = (action: Asking) =>
    reason(action) === undefined && (action !== "stop" || hasSession) ? () => setAsking(action) : undefined;
  useKeys({ start: ask("start"), stop: ask("stop"), unlock: ask("unlock"), reset: ask("reset") });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div
      role="group"
      aria-label={t("group", { station: station.identity })}
      {...keyScope("station")}
      className="contents"
    >
      <CommandButton
        {...button}
        look="primary"
        label={t("start")}
        Icon={Zap}
        shortcut="start"
        command={last("start")}
        unavailable={reason("start")}
        onPress={() => setAsking("start")}
      />
      <CommandButton
        {...button}
        label={t("stop")}
        Icon={Square}
        shortcut="stop"
        command={last("stop")}
        unavailable={reason("stop") ?? (hasSession ? undefined : t("noSession"))}
        onPress={() => setAsking("stop")}
      />
      <CommandButton
        {...button}
        label={t("unlock")}
        Icon={LockOpen}
        shortcut="unlock"
        command={last("unlock")}
        unavailable={reason("unlock")}
        onPress={() => setAsking("unlock")}
      />
      <CommandButton
        {...button}
        label={t("reset")}
        Icon={RotateCcw}
        shortcut="reset"
        command={last("reset")}
        unavailable={reason("reset")}
        onPress={() => setAsking("reset")}
      />
      {isShort || (
        <>
          <span aria-hidden="true" className="mx-1 h-4 w-px bg-line-strong max-md:hidden" />
          <Button
            className="max-md:hidden"
            look="bare"
            Icon={Wrench}
            isDisabled={reason("set-availability") !== undefined}
            onPress={wholeStation.onAction}
          >
            {wholeStation.label}
          </Button>
          <Menu
            label={t("ask")}
            placement="bottom start"
            trigger={
              <Button
                look="bare"
                className="max-md:hidden"
                Icon={MessageSquare}
                isDisabled={reason("trigger") !== undefined}
              >
                {t("ask")}
              </Button>
            }
            groups={[asks]}
          />
          <Menu
            label={t("more")}
            trigger={<IconButton Icon={Ellipsis} label={t("more")} />}
            groups={[
              ...(isPhone ? [[wholeStation], asks] : []),
              station.connectors.map((connector) => {
                const isOut = connector.state === "out-of-service";
                return {
                  id: connector.label,
                  label: t(isOut ? "connectorIn" : "connectorOut", { label: connector.label }),
                  Icon: Wrench,
                  unavailable: reason("set-availability"),
                  onAction: () => onSend(availabilityCommand(isOut, connector)),
                };
              }),
              [
                {
                  id: "read",
                  label: t("read"),
                  Icon: RefreshCw,
                  unavailable: reason("read-variables"),
                  onAction: () => onSend({ type: "read-variables" }),
                },
              ],
            ]}
          />
        </>
      )}
      {asking === "start" && <StartDialog station={station} tokens={tokens} onSupport={help} {...dialog} />}
      {asking === "stop" && <StopDialog station={station} {...dialog} />}
      {asking === "unlock" && <UnlockDialog station={station} {...dialog} />}
      {asking === "reset" && (
        <ResetDialog
          station={station}
          onlyWhole={onlyWholeReset}
          hasSoft={hasSoftReset}
          hasResume={hasResumingReset}
          {...dialog}
        />
      )}
    </div>
  );
}

/** The dialogs come right after the page: nobody asks in its first second, and a page without them is there sooner. */
const loadDialogs = () => import("./command-dialogs");
const StartDialog = latePart(() => import("./start-dialog").then((module) => module.StartDialog));
const StopDialog = latePart(() => loadDialogs().then((dialogs) => dialogs.StopDialog));
const UnlockDialog = latePart(() => loadDialogs().then((dialogs) => dialogs.UnlockDialog));
const ResetDialog = latePart(() => import("./reset-dialog").then((module) => module.ResetDialog));
