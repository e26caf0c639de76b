import type { TargetState } from "@chargehand/domain/campaigns/campaign";
import { useFormatter, useTranslations } from "next-intl";
import { ProportionalBar } from "@/components/proportional-bar";
import { barParts, shownStates, swatch } from "./target-states";

/** The whole campaign as one bar, and its numbers. */
export function CampaignTotals({
  counts,
  excluded,
}: {
  counts: Readonly<Record<TargetState, number>>;
  excluded: number;
}) {
  const t = useTranslations("campaigns");
  const format = useFormatter();
  const parts = barParts(counts, (state) => t(`target.${state}`));
  const told = parts.filter(({ count }) => count > 0).map(({ count, label }) => `${format.number(count)} ${label}`);
  return (
    <div className="flex flex-col gap-3">
      <ProportionalBar parts={parts} label={told.join(", ")} />
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {shownStates.map((state) => (
          <div key={state}>
            <dt className="flex items-center gap-1.5 text-12 text-ink-2">
              <span aria-hidden className={swatch(state)} />
              {t(`target.${state}`)}
            </dt>
            <dd className="font-title text-20">{format.number(counts[state])}</dd>
          </div>
        ))}
        {excluded > 0 && (
          <div>
            <dt className="text-12 text-ink-2">{t("target.excluded")}</dt>
            <dd className="font-title text-20">{format.number(excluded)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
