"use client";

import { useTranslations } from "next-intl";
import { WeightLine, WeightLines } from "@/components/weight-line";
import type { CampaignPlan } from "@/server/campaigns/plan";

/** What would happen to whom, in numbers. */
export function PlanView({ plan, cuts }: { plan: CampaignPlan; cuts: boolean }) {
  const t = useTranslations("campaigns.new");
  const { included, stations, offline, charging, spared, excluded, stages } = plan;
  return (
    <WeightLines label={t("plan")}>
      <WeightLine glyph="step-passed" count={included}>
        {t("planIncluded", { all: stations })}
      </WeightLine>
      {stages.length > 1 && (
        <WeightLine glyph="step-next" count={stages.length}>
          {t("planStages", { sizes: stages.join(" → ") })}
        </WeightLine>
      )}
      {charging.stations > 0 && (
        <WeightLine glyph={cuts ? "attention" : "charging"} count={charging.stations}>
          {t(cuts ? "planCut" : "planCharging", { sessions: charging.sessions, energy: charging.energyWh / 1_000 })}
        </WeightLine>
      )}
      {offline > 0 && (
        <WeightLine glyph="offline" count={offline}>
          {t("planOffline")}
        </WeightLine>
      )}
      {spared > 0 && (
        <WeightLine glyph="step-next" count={spared}>
          {t("planSpared")}
        </WeightLine>
      )}
      {excluded.map(({ reason, stations: count, some }) => (
        <WeightLine key={reason} glyph="out-of-service" count={count}>
          {t("planExcluded")} {reason}{" "}
          <span className="mono text-ink-2">
            {some.join(", ")}
            {count > some.length && " …"}
          </span>
        </WeightLine>
      ))}
    </WeightLines>
  );
}
