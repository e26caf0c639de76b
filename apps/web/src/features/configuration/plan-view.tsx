"use client";

import { useTranslations } from "next-intl";
import { Glyph, type GlyphName } from "@/components/glyph";
import { SectionTitle } from "@/components/section-title";
import { TextLink } from "@/components/text-link";
import type { ConfigurationPlan, PlannedIs, StationPlan } from "@/server/configuration/plan";
import { addresses } from "../addresses";
import { variableName } from "../variables/variable-view";

const order: readonly PlannedIs[] = ["write", "never-read", "read-only", "write-only", "unknown", "already"];

const glyphs = {
  write: "step-next",
  "never-read": "queued",
  "read-only": "expired",
  "write-only": "expired",
  unknown: "expired",
  already: "confirmed",
} as const satisfies Record<PlannedIs, GlyphName>;

/** What would happen, in numbers: what is written first, then why the rest is not. */
export function PlanNumbers({ plan: { counts, needReboot } }: { plan: ConfigurationPlan }) {
  const t = useTranslations("configuration");
  return (
    <ul aria-label={t("inNumbers")} className="flex flex-col gap-1">
      {order
        .filter((is) => is === "write" || counts[is] > 0)
        .map((is) => (
          <li
            key={is}
            className={is === "write" ? "flex items-center gap-2 font-title text-16" : "flex items-center gap-2"}
          >
            <Glyph name={glyphs[is]} />
            {t(`count.${is}`, { count: counts[is] })}
            {is === "write" && needReboot > 0 && <span>{t("needReboot", { count: needReboot })}</span>}
          </li>
        ))}
    </ul>
  );
}

/** What would happen at each station; those at which something does come first. */
export function PlannedStations({ plan }: { plan: ConfigurationPlan }) {
  const t = useTranslations("configuration");
  return (
    <section aria-labelledby="planned">
      <SectionTitle id="planned" count={plan.stations}>
        {t("atEach")}
      </SectionTitle>
      {plan.plans.map((each) => (
        <AtStation key={each.station} plan={each} isOpen={plan.plans.length === 1} />
      ))}
      {plan.plans.length < plan.stations && (
        <p className="py-2 text-12 text-ink-3">{t("notShown", { count: plan.stations - plan.plans.length })}</p>
      )}
    </section>
  );
}

function AtStation({ plan: { identity, connected, settings }, isOpen }: { plan: StationPlan; isOpen: boolean }) {
  const t = useTranslations("configuration");
  const counts = order.flatMap((is) => {
    const count = settings.filter((setting) => setting.is === is).length;
    return count > 0 ? [t(`count.${is}`, { count })] : [];
  });
  return (
    <details open={isOpen} className="border-line border-b">
      <summary className="flex min-h-8 cursor-pointer flex-wrap items-center gap-x-3 py-1">
        <span className="mono font-value">{identity}</span>
        <span className="text-ink-2">{counts.length > 0 ? counts.join(" · ") : t("noneDesired")}</span>
        {!connected && <span className="text-12 text-ink-3">{t("offline")}</span>}
      </summary>
      <ul className="pb-2 pl-4">
        {settings
          .toSorted((a, b) => order.indexOf(a.is) - order.indexOf(b.is))
          .map((setting) => {
            const { component, name } = variableName(setting.variable);
            return (
              <li
                key={setting.key}
                className="grid grid-cols-[16px_minmax(0,2fr)_minmax(0,3fr)_minmax(0,2fr)] items-center gap-x-3 py-0.5 max-md:grid-cols-[16px_1fr]"
              >
                <Glyph name={glyphs[setting.is]} />
                <span className="mono break-all">{component ? `${component} ${name}` : name}</span>
                <span className="mono break-all text-ink-2 max-md:col-start-2">
                  {setting.is === "write"
                    ? t("fromTo", { from: setting.from, to: setting.value })
                    : t("fromTo", { from: t(`is.${setting.is}`), to: setting.value })}
                </span>
                <span className="text-12 text-ink-3 max-md:col-start-2">
                  {setting.is === "write" && setting.needsReboot ? t("afterReboot") : ""}{" "}
                  {setting.template.name !== "" && t("by", { template: setting.template.name })}
                </span>
              </li>
            );
          })}
      </ul>
      <p className="pb-2 pl-4 text-12">
        <TextLink href={addresses.stationVariables(identity)}>{t("toVariables")}</TextLink>
      </p>
    </details>
  );
}
