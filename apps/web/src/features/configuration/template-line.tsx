"use client";

import { variableKey } from "@chargehand/domain/variable";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Glyph } from "@/components/glyph";
import { TextLink } from "@/components/text-link";
import type { TemplateRow } from "@/server/configuration/templates";
import { addresses } from "../addresses";
import { toLines } from "./setting-lines";

/** A template: whom it is for, what it sets, and how many stations are known to be something else. */
export function TemplateLine({
  template,
  mayWrite,
  onAsk,
}: {
  template: TemplateRow;
  mayWrite: boolean;
  onAsk: (what: "change" | "remove") => void;
}) {
  const t = useTranslations("configuration");
  const { name, settings, vendor, model, firmware, siteName, differing, drifted } = template;
  const scope = [vendor, model, firmware, siteName].filter((part) => part !== undefined);
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-line border-b py-3">
      <div className="min-w-60 flex-1">
        <h2 className="text-14">{name}</h2>
        <p className="text-12 text-ink-2">{scope.length > 0 ? scope.join(" · ") : t("everywhere")}</p>
        <ul className="mono pt-1 text-12 text-ink-2">
          {settings.slice(0, mostShown).map((setting) => (
            <li key={variableKey(setting.variable)} className="break-all">
              {toLines([setting])}
            </li>
          ))}
          {settings.length > mostShown && <li>{t("andMore", { count: settings.length - mostShown })}</li>}
        </ul>
      </div>
      <div className="flex flex-col items-start gap-1 text-13">
        {drifted > 0 && (
          <span className="flex items-center gap-1.5 text-attn-ink">
            <Glyph name="attention" size={14} /> {t("drifted", { count: drifted })}
          </span>
        )}
        <span className="text-ink-2">{t("differing", { count: differing })}</span>
        <TextLink href={addresses.configPlan({ q: filterOf(template) })}>{t("planFor", { name })}</TextLink>
      </div>
      {mayWrite && (
        <div className="flex gap-2">
          <Button onPress={() => onAsk("change")} aria-label={t("changeOf", { name })}>
            {t("change")}
          </Button>
          <Button onPress={() => onAsk("remove")} aria-label={t("removeOf", { name })}>
            {t("remove")}
          </Button>
        </div>
      )}
    </li>
  );
}

const mostShown = 6;

/** The stations that a template may be for, as their list is filtered. */
const filterOf = ({ vendor, model, firmware, siteName }: TemplateRow): string =>
  [
    ["vendor", vendor],
    ["model", model],
    ["fw", firmware],
    ["site", siteName],
  ]
    .flatMap(([field, value]) => (value === undefined ? [] : [`${field}:"${value}"`]))
    .join(" ");
