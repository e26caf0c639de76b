"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Segments } from "@/components/segments";
import { clocks, densities } from "./preferences";
import { ThemeSwitch } from "./theme-switch";
import { useChoices } from "./use-choice";

/** How a person likes the console to look, to count time and to speak. */
export function LookChoices() {
  const t = useTranslations("preferences");
  const { choices, choose } = useChoices();
  return (
    <div className="flex flex-col gap-2">
      <Line label={t("look")}>
        <ThemeSwitch chosen={choices.theme} />
      </Line>
      <Line label={t("density")}>
        <Segments
          label={t("density")}
          chosen={choices.density}
          onChoose={(density) => choose("density", density)}
          options={densities.map((id) => ({ id, label: t(`densities.${id}`) }))}
        />
      </Line>
      <Line label={t("clock")}>
        <Segments
          label={t("clock")}
          chosen={choices.clock}
          onChoose={(clock) => choose("clock", clock)}
          options={clocks.map((id) => ({ id, label: t(`clocks.${id}`) }))}
        />
      </Line>
      <Line label={t("language")}>
        <select
          aria-label={t("language")}
          value={choices.spoken}
          onChange={({ target }) => choose("language", target.value)}
          className="h-6 rounded-1 border border-line-strong bg-canvas px-1 text-12 max-md:h-10 max-md:text-16"
        >
          {choices.languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {ownName(language)}
            </option>
          ))}
        </select>
      </Line>
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4">
      <span className="text-ink-2">{label}</span>
      {children}
    </div>
  );
}

/** What a language calls itself: nobody looks for "German". */
export const ownName = (language: string) => new Intl.DisplayNames([language], { type: "language" }).of(language);
