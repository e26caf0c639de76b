"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { Button } from "@/components/button";
import { PageHead } from "@/components/page-head";
import { useFilter } from "../../filter/use-filter";
import { stationFields } from "../../stations/station-fields";
import { CheckStep } from "./check-step";
import { type Chosen, type Draft, newDraft, workOf } from "./draft";
import { HowStep } from "./how-step";
import { newCampaignSearch } from "./new-campaign-search";
import { WhatStep } from "./what-step";
import { usePickedStations, WhoStep } from "./who-step";
import { type WizardStep, WizardSteps, wizardSteps } from "./wizard-steps";

/** A new campaign in four steps: what, who, how, and a look at what will happen. */
export function NewCampaignLive() {
  const t = useTranslations("campaigns.new");
  const [{ kind, picked, reached, image }] = useQueryStates(newCampaignSearch);
  const filter = useFilter(stationFields);
  const ids = usePickedStations(picked);
  const [step, setStep] = useState<WizardStep>("what");
  const [draft, setDraft] = useState(() => newDraft(kind, image ?? undefined));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  const chosen: Chosen =
    reached !== null
      ? { is: "reached", campaign: reached }
      : picked
        ? { is: "some", ids: [...ids] }
        : { is: "all", q: filter.written };
  const isSomebody = chosen.is !== "some" || chosen.ids.length > 0;
  const work = workOf(draft);
  const isReady = { what: work !== undefined, who: isSomebody, how: draft.how.atOnce > 0, check: true }[step];
  const next = wizardSteps[wizardSteps.indexOf(step) + 1];
  const before = wizardSteps[wizardSteps.indexOf(step) - 1];

  return (
    <div className="flex h-full flex-col overflow-auto">
      <PageHead title={t("title")} />
      <form
        className="flex max-w-3xl flex-col gap-5 px-5 py-3 max-md:px-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (next && isReady) setStep(next);
        }}
      >
        <WizardSteps step={step} onGo={setStep} />
        {step === "what" && <WhatStep draft={draft} onChange={change} />}
        {step === "who" && <WhoStep chosen={chosen} filter={filter} />}
        {step === "how" && <HowStep draft={draft} onChange={(how) => change({ how: { ...draft.how, ...how } })} />}
        {step === "check" && work && <CheckStep draft={draft} work={work} chosen={chosen} />}
        {step !== "check" && (
          <div className="flex gap-2">
            {before && <Button onPress={() => setStep(before)}>{t("back")}</Button>}
            <Button look="primary" type="submit" isDisabled={!isReady}>
              {t("next")}
            </Button>
          </div>
        )}
      </form>
    </div>
  );
}
