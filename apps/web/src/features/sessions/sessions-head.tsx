"use client";

import { useTranslations } from "next-intl";
import { Facet } from "@/components/chip";
import { DownloadLink } from "@/components/download-link";
import { Glyph } from "@/components/glyph";
import { PageHead } from "@/components/page-head";
import { SearchField } from "@/components/search-field";

export type SessionsOnly = "open" | "ended" | "attention" | null;

/** The title of the sessions, and what narrows them, with how many each would leave. */
export function SessionsHead({
  text,
  onText,
  only,
  onOnly,
  counts,
  exportHref,
}: {
  text: string;
  onText: (text: string) => void;
  only: SessionsOnly;
  onOnly: (only: SessionsOnly) => void;
  counts: { open: number; today: number; attention: number } | undefined;
  exportHref: string;
}) {
  const t = useTranslations("sessions");
  const facet = (id: Exclude<SessionsOnly, null>) => ({
    isChosen: only === id,
    onPress: () => onOnly(only === id ? null : id),
  });
  return (
    <>
      <PageHead
        title={t("title")}
        count={counts && t("count", counts)}
        actions={<DownloadLink href={exportHref} label={t("export")} />}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-5 pb-2 max-md:px-4">
        <SearchField
          label={t("search")}
          placeholder={t("searchHint")}
          value={text}
          onChange={onText}
          className="min-w-60 flex-1"
        />
        <div className="flex items-center gap-1">
          <Facet
            mark={<Glyph name="charging" size={14} />}
            label={t("only.open")}
            count={counts?.open ?? 0}
            {...facet("open")}
          />
          <Facet label={t("only.ended")} count={counts?.today ?? 0} {...facet("ended")} />
          <Facet
            mark={<Glyph name="attention" size={14} />}
            label={t("only.attention")}
            count={counts?.attention ?? 0}
            {...facet("attention")}
          />
        </div>
      </div>
    </>
  );
}
