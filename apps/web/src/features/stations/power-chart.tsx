"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ChartLane, ChartMark } from "@/components/chart/chart-data";
import { TimeChart } from "@/components/chart/time-chart";
import { useClock } from "@/components/clock";
import type { ConnectorView } from "../connectors/connector-view";

const hour = 3_600_000;
/** The window moves by this much, so that the lines move and the page does not. */
const stepMs = 30_000;
const dashes = [undefined, "dashed", "dotted"] as const;

/** What each connector drew in the last hour, one line each, and what was told to the station meanwhile. */
export function PowerChart({
  connectors,
  marks,
}: {
  connectors: readonly ConnectorView[];
  marks: readonly ChartMark[];
}) {
  const t = useTranslations("stationPage");
  const until = useClock((now) => Math.ceil(now / stepMs) * stepMs);
  const from = until - hour;

  const lanes = useMemo<ChartLane[]>(
    () => [
      {
        id: "power",
        label: t("power"),
        unit: "kW",
        digits: 1,
        height: 190,
        series: connectors
          .filter(({ lastHour }) => lastHour)
          .map(({ label, lastHour = [] }, index) => ({
            id: label,
            label: t("connector", { label }),
            look: "measure",
            dash: dashes[index % dashes.length],
            samples: lastHour.map(({ at, value }) => ({ at, value: value === null ? null : value / 1000 })),
          })),
      },
    ],
    [connectors, t],
  );
  const seen = marks.filter(({ at }) => at > from && at <= until);
  const now = connectors.reduce((sum, { powerW = 0, session }) => sum + (session ? powerW : 0), 0);

  return (
    <TimeChart
      sentence={t("powerSentence", {
        charging: connectors.filter(({ state }) => state === "charging").length,
        power: now / 1000,
      })}
      from={from}
      until={until}
      lanes={lanes}
      tracks={seen.length > 0 ? [{ id: "commands", label: t("told"), marks: seen }] : []}
      gap={5 * 60_000}
    />
  );
}
