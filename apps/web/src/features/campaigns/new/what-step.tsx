"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Segments } from "@/components/segments";
import { CommandWhat } from "./command-what";
import { ConfigurationWhat } from "./configuration-what";
import { type DraftKind, draftKinds, howFor, type WhatProps } from "./draft";
import { FirmwareWhat } from "./firmware-what";
import { OutageWhat } from "./outage-what";

/** What each kind asks for. */
const parts: Readonly<Record<DraftKind, (props: WhatProps) => ReactNode>> = {
  firmware: FirmwareWhat,
  configuration: ConfigurationWhat,
  command: CommandWhat,
  outage: OutageWhat,
};

/** What is to be done with them. */
export function WhatStep({ draft, onChange }: WhatProps) {
  const t = useTranslations("campaigns.new");
  const Part = parts[draft.kind];
  return (
    <div className="flex flex-col items-start gap-4">
      <Segments
        label={t("kindLabel")}
        chosen={draft.kind}
        onChoose={(kind) => onChange({ kind, how: howFor(kind) })}
        options={draftKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
      />
      <Part draft={draft} onChange={onChange} />
    </div>
  );
}
