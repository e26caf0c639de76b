"use client";

import type { Command } from "@chargehand/domain/command";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Palette } from "./palette";
import { TokenStep } from "./token-step";
import type { Starting } from "./use-acts";
import { useGroups } from "./use-groups";

/** One place to get anywhere and to do anything: what was found, what a station can be told, pages and choices. */
export function PaletteLive({
  onSend,
  onClose,
  onKeys,
}: {
  onSend: (station: number, command: Command) => void;
  onClose: () => void;
  onKeys: () => void;
}) {
  const [starting, setStarting] = useState<Starting>();
  function send(station: number, command: Command) {
    onSend(station, command);
    onClose();
  }
  if (starting)
    return <TokenStep starting={starting} onSend={send} onBack={() => setStarting(undefined)} onClose={onClose} />;
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
  send: (station: number, command: Command) => void;
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
