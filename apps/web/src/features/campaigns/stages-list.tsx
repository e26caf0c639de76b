import type { StageStatus } from "@chargehand/domain/campaigns/campaign";
import { useFormatter, useTranslations } from "next-intl";
import { ClockTime } from "@/components/clock-time";
import { cx } from "@/components/cx";
import { Glyph, type GlyphName } from "@/components/glyph";
import { ProportionalBar } from "@/components/proportional-bar";
import { SectionTitle } from "@/components/section-title";
import type { StageRow } from "@/server/campaigns/list";
import { barParts, totalOf } from "./target-states";

const glyphs = {
  waiting: "step-next",
  held: "attention",
  running: "proving",
  succeeded: "confirmed",
  failed: "failed",
} as const satisfies Record<StageStatus, GlyphName>;

/** The stages in their order: a bar each, with a mark where the next one may begin. */
export function StagesList({ stages }: { stages: readonly StageRow[] }) {
  const t = useTranslations("campaigns");
  return (
    <section>
      <SectionTitle count={stages.length}>{t("stages")}</SectionTitle>
      <ol>
        {stages.map((stage) => (
          <Stage key={stage.number} stage={stage} />
        ))}
      </ol>
    </section>
  );
}

function Stage({ stage }: { stage: StageRow }) {
  const t = useTranslations("campaigns");
  const format = useFormatter();
  const total = totalOf(stage.counts);
  const done = (stage.counts.succeeded + stage.counts.skipped) / total;
  const parts = barParts(stage.counts, (state) => t(`target.${state}`));
  const told = parts.filter(({ count }) => count > 0).map(({ count, label }) => `${count} ${label}`);
  const since = stage.endedAt ?? stage.startedAt;
  return (
    <li className="grid grid-cols-[20px_160px_1fr_72px_170px] items-center gap-x-3 gap-y-2 border-line border-b py-2 max-md:grid-cols-[20px_1fr_auto]">
      <Glyph name={glyphs[stage.status]} />
      <span>
        <span className="block font-value">{t("stage", { number: stage.number })}</span>
        <span className="block text-12 text-ink-2">{t("stageStations", { count: total })}</span>
      </span>
      <span className={cx("relative max-md:col-span-3 max-md:row-start-2", total === 0 && "max-md:hidden")}>
        {total > 0 && <ProportionalBar parts={parts} label={told.join(", ")} />}
        {total > 0 && stage.successShare < 1 && (
          <span
            aria-hidden
            className="absolute -inset-y-1 w-0.5 bg-ink"
            style={{ insetInlineStart: `${stage.successShare * 100}%` }}
          />
        )}
      </span>
      <span className="text-right font-value">
        {total > 0 ? format.number(done, { style: "percent", maximumFractionDigits: 1 }) : "–"}
      </span>
      <span className="text-12 max-md:hidden">
        <span className="block font-value text-13">
          {t(`stageStatus.${stage.metAt && stage.status === "running" ? "soaking" : stage.status}`)}
        </span>
        {since ? <ClockTime at={since} precision="minutes" className="text-ink-2" /> : <Rule stage={stage} />}
      </span>
    </li>
  );
}

function Rule({ stage }: { stage: StageRow }) {
  const t = useTranslations("campaigns");
  return <span className="text-ink-2">{t(stage.approval ? "asksAPerson" : "goesOnByItself")}</span>;
}
