"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ChartLane, ChartTrack } from "@/components/chart/chart-data";
import type { Sample } from "@/components/chart/sample";
import { TimeChart } from "@/components/chart/time-chart";
import { useClock } from "@/components/clock";
import { stateAreas } from "../connectors/state-areas";
import type { SessionCurve, SessionDetail, SessionEvent } from "./session-view";

const minute = 60_000;

/** Power, energy and battery of a session over its time, with what state it was in; grows while it runs. */
export function SessionChart({
  session,
  curve,
  events,
  held,
}: {
  session: SessionDetail;
  curve: SessionCurve;
  events: readonly SessionEvent[];
  /** What the profiles that the station holds allow it, in watts. */
  held: readonly Sample[];
}) {
  const t = useTranslations("story");
  const connector = useTranslations("connector");
  const format = useFormatter();
  // While it runs the axis grows by the half minute, so that the line moves and the page does not.
  const now = useClock((at) => (session.endedAt ? undefined : Math.ceil(at / (minute / 2)) * (minute / 2)));
  const { power, energy, stateOfCharge, offered, states } = curve;
  // What it says itself is the line; what it was told stands dashed beside that.
  const heldDash = offered.length > 0 ? ("dashed" as const) : undefined;

  const first = session.startedAt?.getTime() ?? power[0]?.at ?? Date.now() - minute;
  const last = session.endedAt?.getTime() ?? now ?? first;
  const from = first - Math.max(minute, (last - first) * 0.02);
  const until = last + Math.max(minute, (last - first) * 0.02);

  const lanes = useMemo(() => {
    const all: (ChartLane | false)[] = [
      {
        id: "power",
        label: t("power"),
        unit: "kW",
        digits: 1,
        height: 200,
        series: [
          { id: "power", label: t("power"), look: "measure", samples: scaled(power, 1000) },
          ...(offered.length > 0
            ? [{ id: "offered", label: t("offered"), look: "limit" as const, samples: scaled(offered, 1000) }]
            : []),
          ...(held.length > 0
            ? [{ id: "held", label: t("limit"), look: "limit" as const, dash: heldDash, samples: scaled(held, 1000) }]
            : []),
        ],
      },
      energy.length > 0 && {
        id: "energy",
        label: t("energy"),
        unit: "kWh",
        digits: 2,
        height: 80,
        series: [{ id: "energy", label: t("sinceStart"), look: "quiet", samples: scaled(energy, 1000) }],
      },
      stateOfCharge.length > 0 && {
        id: "battery",
        label: t("battery"),
        unit: "%",
        digits: 0,
        height: 80,
        side: "right",
        range: { min: 0, max: 100 },
        series: [{ id: "battery", label: t("battery"), look: "quiet", samples: stateOfCharge }],
      },
    ];
    return all.filter((lane): lane is ChartLane => lane !== false);
  }, [t, power, energy, stateOfCharge, offered, held, heldDash]);

  const tracks = useMemo(() => {
    const all: ChartTrack[] = [
      {
        id: "state",
        label: t("states"),
        bands: states.map(({ from: start, until: end, state }) => ({
          from: start,
          until: end,
          label: connector(`state.${state}`),
          look: stateAreas[state],
        })),
      },
      {
        id: "events",
        label: t("marks"),
        marks: events.flatMap(({ at, text, glyph }) => (glyph ? [{ at: at.getTime(), label: text, glyph }] : [])),
      },
      { id: "frames", label: t("frames"), ticks: curve.frames },
    ];
    return all;
  }, [t, connector, states, events, curve.frames]);

  const peak = power.reduce((most, { value }) => Math.max(most, value ?? 0), 0);
  return (
    <TimeChart
      sentence={t("chartSentence", {
        from: format.dateTime(new Date(first), "minutes"),
        until: format.dateTime(new Date(last), "minutes"),
        peak: peak / 1000,
        energy: (session.energyWh ?? 0) / 1000,
      })}
      from={from}
      until={until}
      lanes={lanes}
      tracks={tracks}
      offline={curve.offline}
      gap={Math.max(2.5 * curve.interval, 2 * minute)}
    />
  );
}

const scaled = (samples: SessionCurve["power"], divisor: number) =>
  samples.map(({ at, value }) => ({ at, value: value === null ? null : value / divisor }));
