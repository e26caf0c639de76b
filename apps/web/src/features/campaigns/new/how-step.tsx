"use client";

import { useTranslations } from "next-intl";
import { NumberField } from "@/components/number-field";
import { SectionTitle } from "@/components/section-title";
import { Switch } from "@/components/switch";
import { TextField } from "@/components/text-field";
import type { Draft, HowDraft } from "./draft";

interface Props {
  how: HowDraft;
  onChange: (how: Partial<HowDraft>) => void;
}

/** At what pace, in which waves, and when it stops by itself. */
export function HowStep({ draft: { kind, how }, onChange }: { draft: Draft; onChange: Props["onChange"] }) {
  const t = useTranslations("campaigns.new");
  if (kind === "outage") return <p className="text-13">{t("outHow")}</p>;
  return (
    <div className="flex flex-col gap-5">
      <section className="flex flex-col gap-3">
        <SectionTitle>{t("waves")}</SectionTitle>
        <Switch isSelected={how.inWaves} onChange={(inWaves) => onChange({ inWaves })}>
          {t("inWaves")}
        </Switch>
        {how.inWaves && <Waves how={how} onChange={onChange} />}
      </section>
      <section className="flex flex-col gap-3">
        <SectionTitle>{t("pace")}</SectionTitle>
        <Pace how={how} onChange={onChange} />
      </section>
    </div>
  );
}

function Waves({ how, onChange }: Props) {
  const t = useTranslations("campaigns.new");
  return (
    <>
      <div className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        <NumberField
          label={t("canaries")}
          value={how.canaries}
          onChange={(canaries) => onChange({ canaries })}
          minValue={1}
          maxValue={1_000}
        />
        {how.waves.map((percent, index) => (
          <NumberField
            // biome-ignore lint/suspicious/noArrayIndexKey: a wave is its place in the order.
            key={index}
            label={t("wave", { number: index + 2 })}
            unit="%"
            value={percent}
            onChange={(value) => onChange({ waves: how.waves.map((each, n) => (n === index ? value : each)) })}
            minValue={1}
            maxValue={100}
          />
        ))}
        <NumberField
          label={t("failures")}
          unit="%"
          value={how.failures}
          onChange={(failures) => onChange({ failures })}
          minValue={0}
          maxValue={100}
        />
        <NumberField
          label={t("successes")}
          unit="%"
          value={how.successes}
          onChange={(successes) => onChange({ successes })}
          minValue={1}
          maxValue={100}
        />
        <NumberField
          label={t("soak")}
          unit="min"
          value={how.soakMinutes}
          onChange={(soakMinutes) => onChange({ soakMinutes })}
          minValue={0}
          maxValue={43_200}
        />
      </div>
      <Switch isSelected={how.approval} onChange={(approval) => onChange({ approval })}>
        {t("approval")}
      </Switch>
    </>
  );
}

function Pace({ how, onChange }: Props) {
  const t = useTranslations("campaigns.new");
  return (
    <>
      <Switch isSelected={how.onlyIdle} onChange={(onlyIdle) => onChange({ onlyIdle })}>
        {t("onlyIdle")}
      </Switch>
      <Switch isSelected={how.smallSiteBelow > 0} onChange={(is) => onChange({ smallSiteBelow: is ? 4 : 0 })}>
        {t("smallSites")}
      </Switch>
      <Switch isSelected={how.quiet} onChange={(quiet) => onChange({ quiet })}>
        {t("quiet")}
      </Switch>
      <div className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        {how.quiet && (
          <>
            <TextField
              label={t("quietFrom")}
              type="time"
              value={how.quietFrom}
              onChange={(quietFrom) => onChange({ quietFrom })}
              isRequired
            />
            <TextField
              label={t("quietUntil")}
              type="time"
              value={how.quietUntil}
              onChange={(quietUntil) => onChange({ quietUntil })}
              isRequired
            />
          </>
        )}
        <NumberField
          label={t("atOnce")}
          value={how.atOnce}
          onChange={(atOnce) => onChange({ atOnce })}
          minValue={1}
          maxValue={2_000}
        />
        <TextField
          label={t("startsAt")}
          help={t("startsHelp")}
          type="datetime-local"
          value={how.startsAt}
          onChange={(startsAt) => onChange({ startsAt })}
        />
        <NumberField
          label={t("expires")}
          unit="h"
          value={how.expiresHours}
          onChange={(expiresHours) => onChange({ expiresHours })}
          minValue={1}
          maxValue={8_760}
        />
      </div>
    </>
  );
}
