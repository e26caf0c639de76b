"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { PageHead } from "@/components/page-head";
import { SkeletonRows } from "@/components/skeleton";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import type { ChosenStations } from "@/server/stations/chosen";
import { addresses } from "../addresses";
import { useMay } from "../person/may";
import { ApplyForm } from "./apply-form";
import { chosenOf, fromText, planSearch, searchOf } from "./config-search";
import { PlanNumbers, PlannedStations } from "./plan-view";

/** What would be written to whom, and why the rest is not; and from here, that it is done. */
export function PlanLive() {
  const t = useTranslations("configuration");
  const [search] = useQueryStates(planSearch);
  const chosen = chosenOf(search);
  if (chosen) return <Plan chosen={chosen} set={search.set} />;
  return (
    <>
      <PageHead title={t("plan")} />
      <EmptyState
        kind="nothing-yet"
        title={t("noneChosen")}
        action={<TextLink href={addresses.stations}>{t("toStations")}</TextLink>}
      >
        {t("noneChosenHelp")}
      </EmptyState>
    </>
  );
}

function Plan({ chosen, set }: { chosen: ChosenStations; set: string | null }) {
  const t = useTranslations("configuration");
  const trpc = useTRPC();
  const mayApply = useMay("campaigns.write");
  const settings = fromText(set);
  const plan = useQuery(trpc.configuration.plan.queryOptions({ chosen, settings }));
  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto">
      <PageHead
        title={t("plan")}
        count={plan.data && t("stations", { count: plan.data.stations })}
        actions={<TextLink href={addresses.configCompare(searchOf(chosen))}>{t("compare")}</TextLink>}
      />
      {plan.error && (
        <ErrorPanel what={t("planFailed")} stillWorks={plan.error.message} onRetry={() => void plan.refetch()} />
      )}
      {plan.isPending && <SkeletonRows rows={6} label={t("loading")} />}
      {plan.data && (
        <div className="flex flex-col gap-5 px-5 pb-8 max-md:px-4">
          <p className="max-w-text text-ink-2">{t(settings ? "planOfValues" : "planOfTemplates")}</p>
          <PlanNumbers plan={plan.data} />
          {mayApply && plan.data.concerned > 0 && (
            <ApplyForm key={plan.data.stations} plan={plan.data} chosen={chosen} settings={settings} />
          )}
          <PlannedStations plan={plan.data} />
        </div>
      )}
    </div>
  );
}
