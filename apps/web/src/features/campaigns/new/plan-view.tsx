"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "@/components/glyph";
import type { CampaignPlan } from "@/server/campaigns/plan";

/** What would happen to whom, in numbers. */
export function PlanView({ plan, cuts }: { plan: CampaignPlan; cuts: boolean }) {
  const t = useTranslations("campaigns.new");
  const { included, stations, offline, charging, spared, excluded, stages } = plan;
  return (
    <ul aria-label={t("plan")} className="flex flex-col gap-2.5">
      <Line glyph="step-passed" count={included}>
        {t("planIncluded", { all: stations })}
      </Line>
      {stages.length > 1 && (
        <li className="grid grid-cols-[16px_72px_1fr] gap-2 text-13">
          <Glyph name="step-next" className="mt-0.5" />
          <b className="text-right font-value">{stages.length}</b>
          <span>{t("planStages", { sizes: stages.join(" → ") })}</span>
        </li>
      )}
      {charging.stations > 0 && (
        <Line glyph={cuts ? "attention" : "charging"} count={charging.stations}>
          {t(cuts ? "planCut" : "planCharging", { sessions: charging.sessions, energy: charging.energyWh / 1_000 })}
        </Line>
      )}
      {offline > 0 && (
        <Line glyph="offline" count={offline}>
          {t("planOffline")}
        </Line>
      )}
      {spared > 0 && (
        <Line glyph="step-next" count={spared}>
          {t("planSpared")}
        </Line>
      )}
      {excluded.map(({ reason, stations: count, some }) => (
        <Line key={reason} glyph="out-of-service" count={count}>
          {t("planExcluded")} {reason}{" "}
          <span className="mono text-ink-2">
            {some.join(", ")}
            {count > some.length && " …"}
          </span>
        </Line>
      ))}
    </ul>
  );
}

function Line({ glyph, count, children }: { glyph: GlyphName; count: number; children: ReactNode }) {
  const format = useFormatter();
  return (
    <li className="grid grid-cols-[16px_72px_1fr] items-start gap-2 text-13">
      <Glyph name={glyph} className="mt-0.5" />
      <b className="text-right font-value">{format.number(count)}</b>
      <span>{children}</span>
    </li>
  );
}
