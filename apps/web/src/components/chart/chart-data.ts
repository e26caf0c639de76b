import type { ReactNode } from "react";
import type { GlyphName } from "../glyph";
import type { Sample } from "./sample";

/** How a line looks: what was measured, a limit that steps, or a quieter measure beside it. */
export type SeriesLook = "measure" | "limit" | "quiet";

/** One line of a lane. Several measures differ by dash, not by hue. */
export interface ChartSeries {
  id: string;
  label: string;
  look: SeriesLook;
  dash?: "dashed" | "dotted";
  samples: readonly Sample[];
}

/** A strip of the chart with its own scale; all lanes share one time. */
export interface ChartLane {
  id: string;
  label: string;
  unit: string;
  digits: number;
  height: number;
  /** Where its scale stands; another measure than the one above it has it on the right. */
  side?: "left" | "right";
  /** Fixed where the scale is known, like 0 to 100 %. */
  range?: { min: number; max: number };
  series: readonly ChartSeries[];
}

/** A stretch of time in one state, drawn as a bar below the lanes. */
export interface ChartBand {
  from: number;
  until: number;
  label: string;
  /** Classes of its area. */
  look: string;
}

/** Something that happened, on the lane of events. */
export interface ChartMark {
  at: number;
  label: string;
  glyph: GlyphName;
}

/** Bars and marks below the lanes, under a name. */
export interface ChartTrack {
  id: string;
  label: ReactNode;
  bands?: readonly ChartBand[];
  marks?: readonly ChartMark[];
  /** Single moments as ticks, such as frames. */
  ticks?: readonly number[];
}

/** All values of a lane at one set of moments, as a plotter wants them; null is a gap. */
export interface AlignedLane {
  at: number[];
  values: (number | null)[][];
}

/**
 * Puts the series of all lanes on one set of moments. A measure has no value between its samples and is joined across
 * foreign moments by the plotter; a limit holds until it changes.
 */
export function align(series: readonly ChartSeries[]): AlignedLane {
  const at = [...new Set(series.flatMap(({ samples }) => samples.map((sample) => sample.at)))].sort((a, b) => a - b);
  return { at, values: series.map(({ samples, look }) => onto(at, samples, look === "limit")) };
}

function onto(at: readonly number[], samples: readonly Sample[], holds: boolean) {
  const values: (number | null)[] = [];
  let next = 0;
  let last: number | null = null;
  for (const moment of at) {
    const sample = samples[next];
    if (sample?.at === moment) {
      last = sample.value;
      next++;
      values.push(last);
    } else values.push(holds ? last : null);
  }
  return values;
}

/** The sample that holds at a moment: the last one before it, unless that is older than `gap`. */
export function sampleAt(samples: readonly Sample[], at: number, gap: number): Sample | undefined {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((samples[middle]?.at ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  const found = samples[low - 1];
  return found && found.value !== null && at - found.at <= gap ? found : undefined;
}
