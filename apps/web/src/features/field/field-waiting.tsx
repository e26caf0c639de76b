"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { Countdown } from "@/components/countdown";
import { IconButton } from "@/components/icon-button";
import type { CommandView } from "../commands/command-view";
import { useCommandWords } from "../commands/command-words";
import { patienceMs, type WaitingAction } from "./waiting";

/** What was told and has not gone out: in this phone without a line, or with us while the station is away; each until when. */
export function FieldWaiting({
  isCutOff,
  actions,
  onDrop,
  queued,
}: {
  /** There is no line, so whatever is told now would wait. */
  isCutOff: boolean;
  actions: readonly WaitingAction[];
  onDrop: (id: string) => void;
  /** What waits with us for the station. */
  queued: readonly CommandView[];
}) {
  const t = useTranslations("field");
  const words = useCommandWords();
  return (
    <>
      {isCutOff && <p className="mb-2">{t("lateRule", { minutes: patienceMs / 60_000 })}</p>}
      {actions.length > 0 && (
        <ul aria-label={t("waiting")} className="mb-2">
          {actions.map((action) => (
            <Waiting key={action.id} action={action} onDrop={() => onDrop(action.id)} />
          ))}
        </ul>
      )}
      {queued.length > 0 && (
        <ul aria-label={t("waitingForStation")} className="mb-2">
          {queued.map((command) => (
            <li key={command.id} className="break-words">
              <b className="font-value">{words.title(command)}</b>{" "}
              {command.expiresAt
                ? t.rich("waitsForStation", until(command.expiresAt))
                : words.reason(command, "queued")}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What waits for a line, or was given up. */
function Waiting({ action, onDrop }: { action: WaitingAction; onDrop: () => void }) {
  const t = useTranslations("field");
  const { label, station } = action;
  const isOver = useClock((now) => now >= action.until);
  return (
    <li className="flex items-center gap-2">
      <span className="min-w-0 flex-1 break-words">
        <b className="font-value">
          {label}, {station}
        </b>{" "}
        {isOver ? t("expired") : t.rich("waits", until(new Date(action.until)))}
      </span>
      <IconButton Icon={X} label={t("dropWaiting", { what: label })} onPress={onDrop} />
    </li>
  );
}

/** How long it still waits, and until when. */
const until = (at: Date) => ({
  left: () => <Countdown until={at} />,
  at: () => <ClockTime at={at} precision="minutes" />,
});
