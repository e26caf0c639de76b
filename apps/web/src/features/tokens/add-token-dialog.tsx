"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { type NewToken, type TokenKind, tokenKinds } from "./token-view";

/** Adds a token that may charge. */
export function AddTokenDialog({
  isOpen,
  onClose,
  onAdd,
  isSending,
  error,
}: {
  isOpen: boolean;
  onClose: () => void;
  onAdd: (token: NewToken) => void;
  isSending?: boolean;
  error?: { field?: keyof NewToken; text: string };
}) {
  const t = useTranslations("addToken");
  return (
    <Dialog title={t("title")} isOpen={isOpen} onOpenChange={(open) => open || onClose()}>
      <TokenForm onAdd={onAdd} onClose={onClose} isSending={isSending} error={error} />
    </Dialog>
  );
}

function TokenForm({
  onAdd,
  onClose,
  isSending,
  error,
}: {
  onAdd: (token: NewToken) => void;
  onClose: () => void;
  isSending?: boolean;
  error?: { field?: keyof NewToken; text: string };
}) {
  const t = useTranslations("addToken");
  const kinds = useTranslations("token");
  const [value, setValue] = useState("");
  const [kind, setKind] = useState<TokenKind>("iso14443");
  const [group, setGroup] = useState("");
  const [expires, setExpires] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    onAdd({
      value: value.trim(),
      kind,
      group: group.trim() || undefined,
      // A day without a clock ends at its end, where the person who wrote it is.
      expiresAt: expires ? new Date(`${expires}T23:59:59`) : undefined,
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label={t("value")}
        help={t("valueHelp")}
        value={value}
        onChange={setValue}
        error={error?.field === "value" ? error.text : undefined}
        maxLength={255}
        isRequired
        isMono
        autoFocus
        autoComplete="off"
      />
      <Select
        label={t("kind")}
        options={tokenKinds.map((id) => ({ id, label: kinds(`kind.${id}`) }))}
        chosen={kind}
        onChoose={setKind}
      />
      <TextField label={t("group")} help={t("groupHelp")} value={group} onChange={setGroup} maxLength={255} isMono />
      <TextField label={t("expires")} type="date" value={expires} onChange={setExpires} />
      {error && error.field !== "value" && (
        <p role="alert" className="text-fault-ink">
          {error.text}
        </p>
      )}
      <div className="flex justify-end gap-2 pt-1">
        <Button onPress={onClose}>{t("leave")}</Button>
        <Button look="primary" type="submit" isPending={isSending}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}
