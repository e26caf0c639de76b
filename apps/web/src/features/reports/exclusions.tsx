"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { cx } from "@/components/cx";
import { ErrorPanel } from "@/components/error-panel";
import { SectionTitle } from "@/components/section-title";
import { useDated } from "@/components/use-dated";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";

/** Time that does not count, with who said so; what was taken back stays readable. */
export function Exclusions({ site }: { site: number | undefined }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const dated = useDated();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const mayInclude = useMay("reports.write");
  const { data = [] } = useQuery(trpc.reports.exclusions.queryOptions({ site }));
  const including = useMutation(
    trpc.reports.include.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.reports.pathKey() }),
    }),
  );
  if (data.length === 0) return null;
  return (
    <section aria-label={t("exclusions")}>
      <SectionTitle>{t("exclusions")}</SectionTitle>
      {including.error && <ErrorPanel what={t("notIncluded")} stillWorks={including.error.message} />}
      <ul className="text-13">
        {data.map((one) => (
          <li key={one.id} className="flex min-h-8 flex-wrap items-center gap-x-4 border-line border-b">
            <span className={cx(one.removedAt && "text-ink-3 line-through")}>
              <span className="mono">{one.station ?? one.site}</span>{" "}
              {format.dateTimeRange(one.from, one.until, {
                ...{
                  day: "numeric",
                  month: "short",
                  year: "numeric",
                  hour: "2-digit",
                  minute: "2-digit",
                  hourCycle: "h23",
                },
              })}
            </span>
            <span>{one.reason}</span>
            <span className="text-ink-2">{t("setBy", { name: one.setBy, at: dated(one.setAt) })}</span>
            {one.removedAt && one.removedBy ? (
              <span className="text-ink-2">{t("removedBy", { name: one.removedBy, at: dated(one.removedAt) })}</span>
            ) : (
              mayInclude && (
                <Button
                  size="row"
                  look="bare"
                  Icon={Undo2}
                  className="print:hidden"
                  onPress={() => including.mutate({ id: one.id })}
                >
                  {t("include")}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
