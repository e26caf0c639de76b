"use client";

import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";

export const wizardSteps = ["what", "who", "how", "check"] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** The four steps, and which one it is; those that were taken can be gone back to. */
export function WizardSteps({ step, onGo }: { step: WizardStep; onGo: (step: WizardStep) => void }) {
  const t = useTranslations("campaigns.new");
  const at = wizardSteps.indexOf(step);
  return (
    <ol aria-label={t("steps")} className="flex flex-wrap gap-x-6 gap-y-1 border-line border-b pb-2">
      {wizardSteps.map((each, index) => (
        <li
          key={each}
          aria-current={each === step ? "step" : undefined}
          className="flex min-h-6 items-center gap-1.5 text-13 max-md:min-h-10"
        >
          <Glyph name={index < at ? "step-passed" : index === at ? "proving" : "step-next"} />
          {index < at ? (
            <button type="button" onClick={() => onGo(each)} className="min-h-[inherit] underline">
              {t(`step.${each}`)}
            </button>
          ) : (
            <span className={each === step ? "font-value" : "text-ink-2"}>{t(`step.${each}`)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
