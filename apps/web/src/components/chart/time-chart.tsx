"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { Segments } from "../segments";
import { useTokenColors } from "../token-colors";
import { useDuration } from "../use-duration";
import { type ChartLane, type ChartTrack, sampleAt } from "./chart-data";
import { ChartTable } from "./chart-table";
import { findGaps, type Gap } from "./gaps";
import { PlotLane } from "./plot-lane";
import { Readout } from "./readout";
import { placeOf, TimeAxis } from "./time-axis";
import { Track } from "./tracks";
import { useWidth } from "./use-width";
import "uplot/dist/uPlot.min.css";

/**
 * Measures over time in lanes that share one axis and one cursor: lines for what was measured, steps for limits, and
 * nothing at all where nothing was said. Its sentence says what a person would see; a table holds every value, and the
 * arrow keys read values out. Append by handing it longer samples.
 */
export function TimeChart({
  sentence,
  from,
  until,
  lanes,
  tracks = [],
  offline = [],
  gap,
}: {
  sentence: string;
  from: number;
  until: number;
  lanes: readonly ChartLane[];
  tracks?: readonly ChartTrack[];
  /** Hatched through all lanes: we could not know. */
  offline?: readonly Gap[];
  /** Silence longer than this many milliseconds is a gap. */
  gap: number;
}) {
  const t = useTranslations("chart");
  const [view, setView] = useState<"lines" | "table">("lines");
  const titleId = useId();

  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <figcaption className="flex items-center justify-between gap-4 py-2">
        <span id={titleId} className="text-13 text-ink-2">
          {sentence}
        </span>
        <Segments
          label={t("view")}
          chosen={view}
          onChoose={setView}
          options={[
            { id: "lines", label: t("lines") },
            { id: "table", label: t("table") },
          ]}
        />
      </figcaption>
      {view === "table" ? (
        <ChartTable lanes={lanes} gap={gap} caption={sentence} />
      ) : (
        <Lines from={from} until={until} lanes={lanes} tracks={tracks} offline={offline} gap={gap} label={sentence} />
      )}
    </figure>
  );
}

function Lines({
  from,
  until,
  lanes,
  tracks,
  offline,
  gap,
  label,
}: {
  from: number;
  until: number;
  lanes: readonly ChartLane[];
  tracks: readonly ChartTrack[];
  offline: readonly Gap[];
  gap: number;
  label: string;
}) {
  const t = useTranslations("chart");
  const format = useFormatter();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const colors = useTokenColors();
  const syncKey = useId();
  const [cursor, setCursor] = useState<number>();
  const scale = { from, until, width };
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0);
  const gaps = useMemo(() => gapsOf(lanes, gap), [lanes, gap]);

  // One press moves the cursor by a hundredth of what is seen.
  function onKeyDown(event: KeyboardEvent) {
    const step = (until - from) / 100;
    const moves = { ArrowLeft: -step, ArrowRight: step, PageUp: 10 * step, PageDown: -10 * step } as const;
    if (event.key === "Escape") setCursor(undefined);
    else if (event.key === "Home") setCursor(from);
    else if (event.key === "End") setCursor(until);
    else if (event.key in moves) {
      const move = moves[event.key as keyof typeof moves]; // `in` does not narrow the key
      setCursor(Math.min(until, Math.max(from, (cursor ?? until) + move)));
    } else return;
    event.preventDefault();
  }

  return (
    <div
      ref={place}
      role="slider"
      tabIndex={0}
      aria-label={t("cursor", { sentence: label })}
      aria-valuemin={from}
      aria-valuemax={until}
      aria-valuenow={cursor ?? until}
      aria-valuetext={spoken(cursor ?? until)}
      onKeyDown={onKeyDown}
      className="relative min-w-0"
    >
      {lanes.map((lane) => (
        <div key={lane.id} className="relative">
          {lane.side === "right" && (
            <span
              aria-hidden="true"
              className="absolute top-1/2 left-0 w-11 -translate-y-1/2 truncate text-12 text-ink-3"
            >
              {lane.label}
            </span>
          )}
          {width > 0 && colors ? (
            <PlotLane
              lane={lane}
              width={width}
              colors={colors}
              syncKey={syncKey}
              from={from}
              until={until}
              gap={gap}
              cursor={cursor}
              onCursor={setCursor}
            />
          ) : (
            <div style={{ height: lane.height }} />
          )}
        </div>
      ))}
      {offline.map((silent) => (
        <span
          key={silent.from}
          className="hatch pointer-events-none absolute top-0 opacity-60"
          style={{
            left: placeOf(silent.from, scale),
            width: placeOf(silent.until, scale) - placeOf(silent.from, scale),
            height,
          }}
        />
      ))}
      {gaps.map((silent) => (
        <GapLabel
          key={silent.from}
          silent={silent}
          left={placeOf(silent.from, scale)}
          right={placeOf(silent.until, scale)}
        />
      ))}
      {tracks.map((track) => (
        <Track key={track.id} track={track} from={from} until={until} width={width} />
      ))}
      <div className="border-line border-t">
        <TimeAxis from={from} until={until} width={width} />
      </div>
      {cursor !== undefined && (
        <Readout at={cursor} left={placeOf(cursor, scale)} width={width} lanes={lanes} gap={gap} height={height} />
      )}
    </div>
  );

  function spoken(at: number) {
    const values = lanes.flatMap(({ series, unit, digits }) =>
      series.map(({ label: name, samples, look }) => {
        const value = sampleAt(samples, at, look === "limit" ? Number.POSITIVE_INFINITY : gap)?.value;
        return `${name} ${value === undefined || value === null ? t("nothing") : `${format.number(value, { maximumFractionDigits: digits })} ${unit}`}`;
      }),
    );
    return `${format.dateTime(new Date(at), "seconds")}: ${values.join(", ")}`;
  }
}

/** The silences of the first lane's first measure, which is what a reader misses. */
function gapsOf(lanes: readonly ChartLane[], gap: number) {
  const measure = lanes[0]?.series.find(({ look }) => look === "measure");
  return measure ? findGaps(measure.samples, gap) : [];
}

function GapLabel({ silent, left, right }: { silent: Gap; left: number; right: number }) {
  const t = useTranslations("chart");
  const speak = useDuration();
  if (right - left < 36) return null;
  return (
    <span
      className="pointer-events-none absolute top-24 text-center text-12 text-ink-2 leading-tight"
      style={{ left, width: right - left }}
    >
      <span className="mx-1 mb-1 block h-1.5 border-edge border-x border-b" />
      {right - left > 60 && t("gap")} {speak(silent.until - silent.from)}
    </span>
  );
}
