"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ChartLane, sampleAt } from "./chart-data";

const most = 2000;

/** Every value of a chart as a table. A very long one is thinned, and says so. */
export function ChartTable({ lanes, gap, caption }: { lanes: readonly ChartLane[]; gap: number; caption: string }) {
  const t = useTranslations("chart");
  const format = useFormatter();
  const moments = [
    ...new Set(lanes.flatMap(({ series }) => series.flatMap(({ samples }) => samples.map(({ at }) => at)))),
  ].sort((one, other) => one - other);
  const every = Math.ceil(moments.length / most);
  const shown = moments.filter((_, index) => index % every === 0);
  const lines = lanes.flatMap((lane) => lane.series.map((series) => ({ lane, series })));

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <section aria-label={caption} tabIndex={0} className="max-h-100 overflow-auto border-line border-y">
      <table className="w-full text-right text-13">
        <caption className="sr-only">{every > 1 ? t("thinned", { every }) : caption}</caption>
        <thead className="sticky top-0 bg-raised text-12 text-ink-3">
          <tr className="h-7">
            <th scope="col" className="px-3 text-left font-regular">
              {t("time")}
            </th>
            {lines.map(({ lane, series }) => (
              <th key={lane.id + series.id} scope="col" className="px-3 font-regular">
                {series.label} ({lane.unit})
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((at) => (
            <tr key={at} className="h-7 border-line border-t">
              <th scope="row" className="px-3 text-left font-regular text-ink-2">
                {format.dateTime(new Date(at), "seconds")}
              </th>
              {lines.map(({ lane, series }) => {
                const value = sampleAt(
                  series.samples,
                  at,
                  series.look === "limit" ? Number.POSITIVE_INFINITY : gap,
                )?.value;
                return (
                  <td key={lane.id + series.id} className="px-3">
                    {value === undefined || value === null
                      ? t("nothing")
                      : format.number(value, {
                          minimumFractionDigits: lane.digits,
                          maximumFractionDigits: lane.digits,
                        })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
