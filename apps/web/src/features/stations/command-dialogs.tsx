"use client";

import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Glyph } from "@/components/glyph";
import type { ConnectorView } from "../connectors/connector-view";
import { ConnectorChoice } from "./connector-choice";
import { unavailableAt } from "./station-commands";
import type { StationDetail } from "./station-view";

export interface DialogProps {
  station: StationDetail;
  /** The command may wait until the station is back. */
  mayWait?: boolean;
  isOpen: boolean;
  onClose: () => void;
  /** `atOnce`: it is not held for undo. */
  onSend: (command: Command, atOnce?: boolean) => void;
}

/** Stops a running session. */
export function StopDialog(props: DialogProps) {
  return (
    <ConnectorDialog
      {...props}
      action="stop"
      command={({ session }) => session && { type: "stop", session: session.id }}
    />
  );
}

/** Frees a cable. */
export function UnlockDialog(props: DialogProps) {
  const t = useTranslations("action");
  return (
    <ConnectorDialog
      {...props}
      action="unlock"
      command={({ evse, connector }) => ({ type: "unlock", evse, connector })}
      note={({ session }) => session && t("unlockCuts")}
    />
  );
}

/** Asks which connector a command is about, and says what is to be known of it. */
export function ConnectorDialog({
  station,
  mayWait,
  action,
  isOpen,
  onClose,
  onSend,
  command,
  note,
  isReady = true,
  children,
}: DialogProps & {
  action: "start" | "stop" | "unlock";
  command: (connector: ConnectorView) => Command | undefined;
  note?: (connector: ConnectorView) => ReactNode;
  isReady?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("action");
  const possible = station.connectors.filter((connector) => !unavailableAt(action, connector, mayWait));
  const [picked, setPicked] = useState<string>();
  // A choice that has become impossible is none.
  const chosen = possible.find(({ label }) => label === picked) ?? preferred(possible);
  const ready = chosen && isReady ? command(chosen) : undefined;

  return (
    <Dialog
      title={t(`${action}Title`, { station: station.identity })}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" isDisabled={!ready} onPress={({ shiftKey }) => ready && onSend(ready, shiftKey)}>
            {chosen ? t(`${action}On`, { label: chosen.label }) : t(action)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <ConnectorChoice
          connectors={station.connectors}
          chosen={chosen?.label}
          onChoose={setPicked}
          unavailable={(connector) => {
            const reason = unavailableAt(action, connector, mayWait);
            return reason && t(`unavailable.${reason}`);
          }}
        />
        {children}
        {chosen && note?.(chosen) && (
          <p className="flex items-start gap-2">
            <Glyph name="attention" className="mt-0.5" />
            {note(chosen)}
          </p>
        )}
        {action !== "start" && <p className="text-12 text-ink-3">{t("held")}</p>}
      </div>
    </Dialog>
  );
}

/** Where a car already waits, else the first. */
const preferred = (connectors: readonly ConnectorView[]) =>
  connectors.find(({ state }) => state === "plugged-in") ?? connectors[0];
