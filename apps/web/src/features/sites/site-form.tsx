"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ComboBox } from "@/components/combo-box";
import { NumberField } from "@/components/number-field";
import { TextField } from "@/components/text-field";
import { ContactsField } from "./contacts-field";
import { halfOf, type SiteDraft } from "./site-draft";

/** What the server said of the last try: about one field, or all of it. */
export interface SiteFault {
  field?: "name" | "timeZone";
  text: string;
}

/** Everything that is known of a place. */
export function SiteForm({
  id,
  start,
  onSubmit,
  fault,
}: {
  id: string;
  start: SiteDraft;
  onSubmit: (draft: SiteDraft) => void;
  fault?: SiteFault;
}) {
  const t = useTranslations("siteForm");
  const [draft, setDraft] = useState(start);
  const [half, setHalf] = useState<ReturnType<typeof halfOf>>();
  const set = (change: Partial<SiteDraft>) => setDraft((before) => ({ ...before, ...change }));
  const errorAt = (field: SiteFault["field"]) => (fault?.field === field ? fault?.text : undefined);
  const zones = Intl.supportedValuesOf("timeZone").map((zone) => ({ id: zone, label: zone }));

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = halfOf(draft);
    setHalf(missing);
    if (missing === undefined) onSubmit(draft);
  }

  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label={t("name")}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={errorAt("name")}
        maxLength={200}
        isRequired
        autoFocus
      />
      <TextField
        label={t("address")}
        value={draft.address}
        onChange={(address) => set({ address })}
        rows={2}
        maxLength={500}
      />
      <ComboBox
        label={t("timeZone")}
        help={t("timeZoneHelp")}
        options={zones}
        chosen={draft.timeZone}
        onChoose={(zone) => zone && set({ timeZone: zone })}
        text={draft.timeZone}
        onType={(timeZone) => set({ timeZone })}
        error={errorAt("timeZone")}
        isRequired
      />
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t("latitude")}
          value={draft.latitude}
          onChange={(latitude) => set({ latitude })}
          minValue={-90}
          maxValue={90}
          formatOptions={{ maximumFractionDigits: 6 }}
          unit="°"
          error={half === "position" ? t("bothOrNone") : undefined}
        />
        <NumberField
          label={t("longitude")}
          value={draft.longitude}
          onChange={(longitude) => set({ longitude })}
          minValue={-180}
          maxValue={180}
          formatOptions={{ maximumFractionDigits: 6 }}
          unit="°"
        />
        <TextField
          label={t("quietFrom")}
          type="time"
          value={draft.quietFrom}
          onChange={(quietFrom) => set({ quietFrom })}
          error={half === "quiet" ? t("bothOrNone") : undefined}
        />
        <TextField label={t("quietTo")} type="time" value={draft.quietTo} onChange={(quietTo) => set({ quietTo })} />
      </div>
      <ContactsField contacts={draft.contacts} onChange={(contacts) => set({ contacts })} />
      <TextField
        label={t("accessNotes")}
        placeholder={t("accessHint")}
        value={draft.accessNotes}
        onChange={(accessNotes) => set({ accessNotes })}
        rows={3}
        maxLength={4000}
      />
      {fault && !fault.field && (
        <p role="alert" className="text-fault-ink">
          {fault.text}
        </p>
      )}
    </form>
  );
}
