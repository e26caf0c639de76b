"use client";

import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { ComboBox } from "@/components/combo-box";
import { DownloadLink } from "@/components/download-link";
import { PageHead } from "@/components/page-head";
import { Select } from "@/components/select";
import { TabLinks } from "@/components/tab-links";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { monthAfter, monthOf, reportSearch } from "./report-search";

/** The head of a report: which one, of what, and how it leaves the console. */
export function ReportHead({ now, exportHref, children }: { now: Date; exportHref: string; children?: ReactNode }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const trpc = useTRPC();
  const [{ month, site }, setSearch] = useQueryStates(reportSearch, { history: "replace" });
  const { data } = useQuery(trpc.sites.find.queryOptions({ limit: 200 }));
  const sites = data?.rows ?? [];
  const current = monthOf(now);
  const name = (each: string) => format.dateTime(new Date(`${each}-15T00:00:00Z`), { month: "long", year: "numeric" });
  const months = Array.from({ length: 24 }, (_, index) => monthAfter(current, -index));
  const chosen = month ?? current;
  const siteName = sites.find(({ id }) => id === site)?.name;

  return (
    <>
      <PageHead
        title={t("title")}
        actions={
          <span className="flex items-center gap-2 print:hidden">
            <DownloadLink href={exportHref} label={t("export")} />
            <Button Icon={Printer} onPress={() => window.print()}>
              {t("print")}
            </Button>
          </span>
        }
      />
      <div className="print:hidden">
        <TabLinks
          label={t("title")}
          tabs={[
            { href: addresses.uptimeReport, label: t("uptime") },
            { href: addresses.sessionReport, label: t("sessions") },
          ]}
        />
      </div>
      <div className="flex flex-wrap items-end gap-3 px-5 pt-3 max-md:px-4 print:hidden">
        <Select
          label={t("month")}
          options={[...new Set([...months, chosen])].map((each) => ({ id: each, label: name(each) }))}
          chosen={chosen}
          onChoose={(each) => void setSearch({ month: each === current ? null : each })}
          className="w-48"
        />
        <ComboBox
          key={sites.length}
          label={t("site")}
          placeholder={t("allSites")}
          options={sites.map(({ id, name: label }) => ({ id: String(id), label }))}
          chosen={site === null ? undefined : String(site)}
          onChoose={(id) => void setSearch({ site: id === undefined ? null : Number(id) })}
          className="w-64"
        />
        {children}
      </div>
      <p className="hidden text-14 print:block">
        {name(chosen)} · {siteName ?? t("allSites")}
      </p>
    </>
  );
}
