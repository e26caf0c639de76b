"use client";

import type { OcppVersion } from "@chargehand/domain/vocabulary";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { ComboBox } from "@/components/combo-box";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";

/** What is asked about a new station. */
export interface NewStation {
  identity: string;
  name?: string;
  site?: string;
  profile: SecurityProfile;
  assumedVersion?: OcppVersion;
}

/** 0: it proves nothing; 1: a password; 2: a password over TLS. */
const profiles = ["0", "1", "2"] as const;
type SecurityProfile = (typeof profiles)[number];

const assumptions = ["none", "1.6", "2.0.1", "2.1"] as const;

/** Asks what is to be known of a station before it comes. */
export function StationForm({
  sites,
  error,
  isSending,
  onAdd,
  others,
}: {
  sites: readonly string[];
  error?: { field?: keyof NewStation; text: string };
  isSending: boolean;
  onAdd: (station: NewStation) => void;
  /** What else could be done here. */
  others?: ReactNode;
}) {
  const t = useTranslations("addStation");
  const [identity, setIdentity] = useState("");
  const [name, setName] = useState("");
  const [site, setSite] = useState("");
  const [profile, setProfile] = useState<SecurityProfile>("1");
  const [assumed, setAssumed] = useState<(typeof assumptions)[number]>("none");
  const errorAt = (field: keyof NewStation) => (error?.field === field ? error.text : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    onAdd({
      identity: identity.trim(),
      name: name.trim() || undefined,
      site: site.trim() || undefined,
      profile,
      assumedVersion: assumed === "none" ? undefined : assumed,
    });
  }

  return (
    <form onSubmit={submit} aria-label={t("title")} className="flex max-w-md flex-col gap-3">
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
      <Select
        label={t("profile")}
        help={t("profileHelp")}
        options={profiles.map((id) => ({ id, label: t(`profiles.${id}`) }))}
        chosen={profile}
        onChoose={setProfile}
      />
      <Select
        label={t("assumed")}
        help={t("assumedHelp")}
        options={assumptions.map((id) => ({ id, label: id === "none" ? t("assumedNone") : id }))}
        chosen={assumed}
        onChoose={setAssumed}
      />
      {error && !error.field && (
        <p role="alert" className="text-fault-ink">
          {error.text}
        </p>
      )}
      <div className="flex flex-wrap gap-2 pt-1">
        <Button look="primary" type="submit" isPending={isSending}>
          {t("add")}
        </Button>
        {others}
      </div>
    </form>
  );
}
