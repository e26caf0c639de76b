"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { useDated } from "@/components/use-dated";

const hour = 3_600_000;
const choices = ["hour", "four", "morning", "days", "other"] as const;
type Choice = (typeof choices)[number];

/** Until when nobody is told: a few usual moments, or any other. */
export function MuteDialog({
  count,
  error,
  isSending,
  onMute,
  onClose,
}: {
  count: number;
  error?: string;
  isSending: boolean;
  onMute: (until: Date) => void;
  onClose: () => void;
}) {
  const t = useTranslations("issues");
  const dated = useDated();
  const [now] = useState(() => new Date());
  const [choice, setChoice] = useState<Choice>("four");
  const [other, setOther] = useState("");
  const until = choice === "other" ? new Date(other) : momentOf(choice, now);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!Number.isNaN(until.getTime())) onMute(until);
  }

  return (
    <Dialog title={t("muteTitle", { count })} isOpen onOpenChange={(open) => open || onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <p className="text-ink-2">{t("muteHelp")}</p>
        <Select
          label={t("muteFor")}
          chosen={choice}
          onChoose={setChoice}
          options={choices.map((id) => ({
            id,
            label: id === "other" ? t("choices.other") : t(`choices.${id}`, { time: dated(momentOf(id, now)) }),
          }))}
        />
        {choice === "other" && (
          <TextField label={t("muteAt")} type="datetime-local" value={other} onChange={setOther} isRequired />
        )}
        {error && (
          <p role="alert" className="text-fault-ink">
            {error}
          </p>
        )}
        <div className="flex justify-end gap-2 pt-1">
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" type="submit" isPending={isSending}>
            {t("muteConfirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function momentOf(choice: Exclude<Choice, "other">, now: Date): Date {
  if (choice === "hour") return new Date(now.getTime() + hour);
  if (choice === "four") return new Date(now.getTime() + 4 * hour);
  if (choice === "days") return new Date(now.getTime() + 72 * hour);
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(8, 0, 0, 0);
  return morning;
}
