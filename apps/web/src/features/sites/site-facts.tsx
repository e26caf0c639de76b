"use client";

import { useTranslations } from "next-intl";
import { type Fact, KeyValues } from "@/components/key-values";
import type { SiteDetail } from "@/server/sites/by-id";
import { TariffOfSite } from "./tariff-of-site";

/** What is known of a place; what nobody said is left out, but for what one should say. */
export function SiteFacts({ site }: { site: SiteDetail }) {
  const t = useTranslations("sitePage");
  const { latitude, longitude, quietFrom, quietTo } = site;
  const unknown = <span className="text-ink-3">{t("unsaid")}</span>;
  const facts: (Fact | false)[] = [
    {
      label: t("address"),
      value: site.address ? <span className="whitespace-pre-line">{site.address}</span> : unknown,
    },
    {
      label: t("position"),
      value:
        latitude !== null && longitude !== null ? (
          <span className="mono">{`${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}</span>
        ) : (
          unknown
        ),
    },
    { label: t("timeZone"), value: site.timeZone },
    {
      label: t("quiet"),
      value: quietFrom && quietTo ? t("quietBetween", { from: quietFrom, to: quietTo }) : unknown,
    },
    { label: t("tariff"), value: <TariffOfSite site={site.id} tariff={site.tariff} /> },
    site.accessNotes !== null && {
      label: t("access"),
      value: <span className="whitespace-pre-line break-words">{site.accessNotes}</span>,
    },
  ];
  return <KeyValues facts={facts.filter((fact): fact is Fact => fact !== false)} />;
}
