"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import type { Permission } from "@/server/permissions";
import type { NewKey } from "./key-view";
import { PermissionPicker } from "./permission-picker";

interface Props {
  onClose: () => void;
  onCreate: (key: NewKey) => void;
  isSending: boolean;
  error: string | undefined;
}

/** Makes a key: what it is for, what it may do, until when. */
export function CreateKeyDialog({ isOpen, ...props }: Props & { isOpen: boolean }) {
  const t = useTranslations("createKey");
  return (
    <Dialog title={t("title")} isOpen={isOpen} onOpenChange={(open) => open || props.onClose()} wide>
      <KeyForm {...props} />
    </Dialog>
  );
}

const lifetimes = { month: 30, quarter: 90, year: 365, forever: undefined } as const;
type Lifetime = keyof typeof lifetimes;
const lifetimeNames = ["month", "quarter", "year", "forever"] as const satisfies readonly Lifetime[];

function KeyForm({ onClose, onCreate, isSending, error }: Props) {
  const t = useTranslations("createKey");
  const [name, setName] = useState("");
  const [permissions, setPermissions] = useState<readonly Permission[]>([]);
  const [lifetime, setLifetime] = useState<Lifetime>("year");

  function submit(event: FormEvent) {
    event.preventDefault();
    const days = lifetimes[lifetime];
    onCreate({
      name: name.trim(),
      permissions: [...permissions],
      expiresAt: days === undefined ? undefined : new Date(Date.now() + days * 86_400_000),
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label={t("name")}
        help={t("nameHelp")}
        value={name}
        onChange={setName}
        maxLength={100}
        isRequired
        autoFocus
        autoComplete="off"
      />
      <PermissionPicker chosen={permissions} onChoose={setPermissions} />
      <Select
        label={t("lifetime")}
        options={lifetimeNames.map((id) => ({ id, label: t(`for.${id}`) }))}
        chosen={lifetime}
        onChoose={setLifetime}
      />
      {error && (
        <p role="alert" className="text-fault-ink">
          {error}
        </p>
      )}
      <div className="flex justify-end gap-2 pt-1">
        <Button onPress={onClose}>{t("leave")}</Button>
        <Button look="primary" type="submit" isPending={isSending} isDisabled={permissions.length === 0}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
