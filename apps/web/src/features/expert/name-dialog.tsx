"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/text-field";

/** Asks for the name a call is kept by. */
export function NameDialog({
  title,
  suggestion,
  onClose,
  onName,
  isSending,
  error,
}: {
  title: string;
  suggestion: string;
  onClose: () => void;
  onName: (name: string) => void;
  isSending: boolean;
  error: string | undefined;
}) {
  const t = useTranslations("expert");
  const [name, setName] = useState(suggestion);

  function submit(event: FormEvent) {
    event.preventDefault();
    onName(name.trim());
  }

  return (
    <Dialog title={title} isOpen onOpenChange={(open) => open || onClose()}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={t("saved.name")}
          help={t("saved.nameHelp")}
          value={name}
          onChange={setName}
          error={error}
          maxLength={80}
          isRequired
          autoFocus
          autoComplete="off"
        />
        <div className="flex justify-end gap-2 pt-1">
          <Button onPress={onClose}>{t("saved.leave")}</Button>
          <Button look="primary" type="submit" isPending={isSending}>
            {t("saved.keep")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
