"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/text-field";

/** Asks why something is over that no station can show to be. */
export function CloseDialog({
  error,
  isSending,
  onConfirm,
  onClose,
}: {
  error?: string;
  isSending: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("issues");
  const [reason, setReason] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    onConfirm(reason);
  }

  return (
    <Dialog title={t("closeTitle")} isOpen onOpenChange={(open) => open || onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <p className="text-ink-2">{t("closeHelp")}</p>
        <TextField
          label={t("closeReason")}
          value={reason}
          onChange={setReason}
          error={error}
          maxLength={500}
          isRequired
          autoFocus
          rows={2}
        />
        <div className="flex justify-end gap-2 pt-1">
          <Button onPress={onClose}>{t("leave")}</Button>
          <Button look="primary" type="submit" isPending={isSending}>
            {t("closeConfirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
