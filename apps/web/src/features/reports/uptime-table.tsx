"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { TextLink } from "@/components/text-link";
import { useDuration } from "@/components/use-duration";
import type { UptimeRow } from "@/server/reports/uptime";
import { addresses } from "../addresses";
import { HeatRow } from "./heat-row";
import { Outages } from "./outages";
import { monthAfter } from "./report-search";
import { UptimeShare } from "./uptime-share";

/** Which days of which station are opened. */
export interface OpenDays {
  station: number;
  from: string;
  until: string;
}

/** A station a row: its month in numbers, its last ninety days as cells, and the outages of those that are opened. */
export function UptimeTable({
  month,
  rows,
  first,
  open,
  onOpen,
}: {
  month: string;
  rows: readonly UptimeRow[];
  first: string;
  open: OpenDays | undefined;
  onOpen: (open: OpenDays | undefined) => void;
}) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const speak = useDuration();
  const whole = { from: `${month}-01`, until: `${monthAfter(month, 1)}-01` };
  const dayOf = (day: string) => ({
    from: day,
    until: new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10),
  });
  return (
    <table className="w-full text-13">
      <caption className="sr-only">{t("uptime")}</caption>
      <thead className="text-12 text-ink-3">
        <tr className="h-7 border-line border-b text-left">
          <th scope="col" className="pr-3 font-regular">
            {t("station")}
          </th>
          <th scope="col" className="px-3 text-right font-regular">
            {t("uptime")}
          </th>
          <th scope="col" className="px-3 text-right font-regular">
            {t("outages")}
          </th>
          <th scope="col" className="px-3 text-right font-regular max-md:hidden">
            {t("away")}
          </th>
          <th scope="col" className="px-3 text-right font-regular max-lg:hidden">
            {t("excluded")}
          </th>
          <th scope="col" className="w-1/2 pl-3 font-regular max-md:hidden">
            {t("days")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <tr className="h-8 border-line border-b print:break-inside-avoid-page">
              <th scope="row" className="pr-3 text-left font-regular">
                <TextLink isMono href={addresses.stationConnections(row.identity)}>
                  {row.identity}
                </TextLink>{" "}
                <span className="text-ink-3 max-md:hidden">{row.site}</span>
              </th>
              <td className="px-3 text-right font-value">
                <UptimeShare {...row} />
              </td>
              <td className="px-3 text-right">
                <button
                  type="button"
                  aria-expanded={open?.station === row.id}
                  aria-label={t("outagesOf", { count: row.outages, station: row.identity })}
                  onClick={() =>
                    onOpen(
                      open?.station === row.id && open.from === whole.from ? undefined : { station: row.id, ...whole },
                    )
                  }
                  className="min-h-6 min-w-6 border-line-strong border-b hover:border-ink"
                >
                  {format.number(row.outages)}
                </button>
              </td>
              <td className="px-3 text-right max-md:hidden">{speak(row.awayS * 1_000)}</td>
              <td className="px-3 text-right max-lg:hidden">{row.excludedS > 0 && speak(row.excludedS * 1_000)}</td>
              <td className="pl-3 max-md:hidden">
                <HeatRow
                  label={t("daysOf", { station: row.identity })}
                  since={row.since}
                  first={first}
                  days={row.days}
                  onOpen={(day) => onOpen({ station: row.id, ...dayOf(day) })}
                />
              </td>
            </tr>
            {open?.station === row.id && (
              <tr>
                <td colSpan={6} className="border-line border-b bg-raised px-3 py-2">
                  <Outages station={row} days={open} onClose={() => onOpen(undefined)} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
