"use client";

import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SupportStart } from "../commands/use-commands";
import { Palette } from "./palette";
import { TokenStep } from "./token-step";
import type { Starting } from "./use-acts";
import { useGroups } from "./use-groups";

/** One place to get anywhere and to do anything: what was found, what a station can be told, pages and choices. */
export function PaletteLive({
  onSend,
  onSupport,
  onClose,
  onKeys,
}: {
  onSend: (station: number, command: Command, atOnce?: boolean) => void;
  /** Starts for somebody on the phone. */
  onSupport: (start: SupportStart) => void;
  onClose: () => void;
  onKeys: () => void;
}) {
  const [starting, setStarting] = useState<Starting>();
  function send(station: number, command: Command, atOnce?: boolean) {
    onSend(station, command, atOnce);
    onClose();
  }
  if (starting) {
    return (
      <TokenStep
        starting={starting}
        onSend={send}
        onSupport={(start) => {
          onSupport(start);
          onClose();
        }}
        onBack={() => setStarting(undefined)}
        onClose={onClose}
      />
    );
  }
  return <Root onClose={onClose} onKeys={onKeys} send={send} start={setStarting} />;
}

function Root({
  onClose,
  onKeys,
  send,
  start,
}: {
  onClose: () => void;
  onKeys: () => void;
  send: (station: number, command: Command, atOnce?: boolean) => void;
  start: (starting: Starting) => void;
}) {
  const t = useTranslations("palette");
  const [text, setText] = useState("");
  const { groups, isSettled, lacksStation } = useGroups({
    text,
    onText: setText,
    onDone: onClose,
    onKeys,
    send,
    start,
  });
  return (
    <Palette
      label={t("label")}
      hint={t("hint")}
      text={text}
      onText={setText}
      groups={groups}
      isSettled={isSettled}
      empty={lacksStation ? t("which") : t("nothing", { text })}
      onClose={onClose}
    />
  );
}
