"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { ComboBox } from "@/components/combo-box";
import { CopyButton } from "@/components/copy-button";
import { Dialog } from "@/components/dialog";
import { Glyph } from "@/components/glyph";
import { TextField } from "@/components/text-field";

/** What is asked about a new station. */
export interface NewStation {
  identity: string;
  name?: string;
  site?: string;
}

/** What a charger must be told to find us. The secret exists in clear only here. */
export interface StationCredentials {
  identity: string;
  /** The whole address, with the identity at its end. */
  address: string;
  secret: string;
}

/** How adding goes: a form, then the credentials once, with whether the station has already come. */
export type AddStationState =
  | { is: "asking"; isSending?: boolean; error?: { field?: keyof NewStation; text: string } }
  | { is: "added"; credentials: StationCredentials; seenAt?: Date };

/** Adds a station: a name for it here, then what to type into the charger. */
export function AddStationDialog({
  isOpen,
  onClose,
  state,
  sites,
  onAdd,
}: {
  isOpen: boolean;
  onClose: () => void;
  state: AddStationState;
  sites: readonly string[];
  onAdd: (station: NewStation) => void;
}) {
  const t = useTranslations("addStation");
  return state.is === "added" ? (
    <Dialog
      title={t("addedTitle", { identity: state.credentials.identity })}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable={false}
      wide
      footer={
        <Button look="primary" onPress={onClose}>
          {t("done")}
        </Button>
      }
    >
      <Credentials credentials={state.credentials} seenAt={state.seenAt} />
    </Dialog>
  ) : (
    <Dialog title={t("title")} isOpen={isOpen} onOpenChange={(open) => open || onClose()}>
      <StationForm state={state} sites={sites} onAdd={onAdd} onClose={onClose} />
    </Dialog>
  );
}

function StationForm({
  state,
  sites,
  onAdd,
  onClose,
}: {
  state: Extract<AddStationState, { is: "asking" }>;
  sites: readonly string[];
  onAdd: (station: NewStation) => void;
  onClose: () => void;
}) {
  const t = useTranslations("addStation");
  const [identity, setIdentity] = useState("");
  const [name, setName] = useState("");
  const [site, setSite] = useState("");
  const { error } = state;
  const errorAt = (field: keyof NewStation) => (error?.field === field ? error.text : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    onAdd({ identity: identity.trim(), name: name.trim() || undefined, site: site.trim() || undefined });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label={t("identity")}
        help={t("identityHelp")}
        value={identity}
        onChange={setIdentity}
        error={errorAt("identity")}
        maxLength={48}
        isRequired
        isMono
        autoFocus
        autoComplete="off"
      />
      <TextField label={t("name")} value={name} onChange={setName} error={errorAt("name")} maxLength={100} />
      <ComboBox
        label={t("site")}
        help={t("siteHelp")}
        options={sites.map((known) => ({ id: known, label: known }))}
        chosen={sites.includes(site) ? site : undefined}
        onChoose={(known) => known && setSite(known)}
        text={site}
        onType={setSite}
        error={errorAt("site")}
      />
      {error && !error.field && (
        <p role="alert" className="text-fault-ink">
          {error.text}
        </p>
      )}
      <div className="flex justify-end gap-2 pt-1">
        <Button onPress={onClose}>{t("leave")}</Button>
        <Button look="primary" type="submit" isPending={state.isSending}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}

/** The three things to type into a charger. The secret is never shown again. */
export function Credentials({ credentials, seenAt }: { credentials: StationCredentials; seenAt?: Date }) {
  const t = useTranslations("addStation");
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">{t("typeInto")}</p>
      <CopyLine label={t("address")} text={credentials.address} />
      <CopyLine label={t("user")} text={credentials.identity} />
      <CopyLine label={t("secret")} text={credentials.secret} />
      <p className="flex items-start gap-2 bg-tint-attn px-3 py-2 text-attn-ink">
        <Glyph name="attention" className="mt-0.5" />
        {t("once")}
      </p>
      <p role="status" className="flex items-center gap-2">
        <Glyph name={seenAt ? "confirmed" : "proving"} />
        {seenAt ? t("seen") : t("waiting")}
      </p>
    </div>
  );
}

function CopyLine({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-12 text-ink-2">{label}</span>
      <div className="flex items-center gap-2">
        <code className="mono min-w-0 flex-1 select-all break-all rounded-1 bg-well px-2 py-1">{text}</code>
        <CopyButton text={text} />
      </div>
    </div>
  );
}
