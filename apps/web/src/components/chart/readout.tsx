"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ChartLane, sampleAt } from "./chart-data";

/** What all lanes say at the cursor. */
export function Readout({
  at,
  left,
  width,
  lanes,
  gap,
  height,
}: {
  at: number;
  left: number;
  width: number;
  lanes: readonly ChartLane[];
  gap: number;
  height: number;
}) {
  const t = useTranslations("chart");
  const format = useFormatter();
  const isRight = left > width * 0.6;
  return (
    <>
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-0 border-ink border-l border-dotted"
        style={{ left, height }}
      />
      <div
        aria-hidden="true"
        className="pointer-events-none absolute z-10 min-w-36 rounded-2 border border-line-strong bg-overlay px-3 py-2 text-12"
        style={{ top: Math.max(8, height - 150), ...(isRight ? { right: width - left + 12 } : { left: left + 12 }) }}
      >
        <p className="font-title">{format.dateTime(new Date(at), "seconds")}</p>
        <dl className="grid grid-cols-[1fr_auto] gap-x-4">
          {lanes.flatMap(({ series, unit, digits, id }) =>
            series.map(({ id: line, label, samples, look }) => {
              const value = sampleAt(samples, at, look === "limit" ? Number.POSITIVE_INFINITY : gap)?.value;
              return (
                <div key={id + line} className="col-span-2 grid grid-cols-subgrid">
                  <dt className="text-ink-2">{label}</dt>
                  <dd className="text-right">
                    {value === undefined || value === null
                      ? t("nothing")
                      : format.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })}{" "}
                    <span className="text-ink-3">{unit}</span>
                  </dd>
                </div>
              );
            }),
          )}
        </dl>
      </div>
    </>
  );
}
