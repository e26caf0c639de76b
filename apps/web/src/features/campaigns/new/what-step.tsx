"use client";

import { useTranslations } from "next-intl";
import { Segments } from "@/components/segments";
import { Select } from "@/components/select";
import { TextField } from "@/components/text-field";
import { type Draft, draftKinds, howFor, type WizardCommand, wizardCommands } from "./draft";
import { FirmwareWhat } from "./firmware-what";

/** What is to be done with them. */
export function WhatStep({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const t = useTranslations("campaigns.new");
  const bulk = useTranslations("bulk.command");
  // Object.keys forgets the names; the table is the only source of them.
  const commands = Object.keys(wizardCommands) as WizardCommand[];
  return (
    <div className="flex flex-col items-start gap-4">
      <Segments
        label={t("kindLabel")}
        chosen={draft.kind}
        onChoose={(kind) => onChange({ kind, how: howFor(kind) })}
        options={draftKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
      />
      {draft.kind === "firmware" && (
        <FirmwareWhat
          firmware={draft.firmware}
          onChange={(part) => onChange({ firmware: { ...draft.firmware, ...part } })}
        />
      )}
      {draft.kind === "command" && (
        <Select
          label={t("command")}
          className="w-80 max-w-full"
          chosen={draft.command}
          onChoose={(command) => onChange({ command })}
          options={commands.map((id) => ({ id, label: bulk(id) }))}
        />
      )}
      {draft.kind === "outage" && (
        <div className="grid w-full max-w-xl grid-cols-2 gap-3 max-md:grid-cols-1">
          <TextField
            label={t("outFrom")}
            type="datetime-local"
            value={draft.outage.from}
            onChange={(from) => onChange({ outage: { ...draft.outage, from } })}
            isRequired
          />
          <TextField
            label={t("outUntil")}
            type="datetime-local"
            value={draft.outage.until}
            onChange={(until) => onChange({ outage: { ...draft.outage, until } })}
            isRequired
          />
          <p className="col-span-full text-12 text-ink-2">{t("outMeaning")}</p>
        </div>
      )}
    </div>
  );
}
