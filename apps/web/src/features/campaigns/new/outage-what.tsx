"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/text-field";
import type { WhatProps } from "./draft";

/** From when until when they are out of service. */
export function OutageWhat({ draft: { outage }, onChange }: WhatProps) {
  const t = useTranslations("campaigns.new");
  return (
    <div className="grid w-full max-w-xl grid-cols-2 gap-3 max-md:grid-cols-1">
      <TextField
        label={t("outFrom")}
        type="datetime-local"
        value={outage.from}
        onChange={(from) => onChange({ outage: { ...outage, from } })}
        isRequired
      />
      <TextField
        label={t("outUntil")}
        type="datetime-local"
        value={outage.until}
        onChange={(until) => onChange({ outage: { ...outage, until } })}
        isRequired
      />
      <p className="col-span-full text-12 text-ink-2">{t("outMeaning")}</p>
    </div>
  );
}
