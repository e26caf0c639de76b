import uPlot from "uplot";
import type { TokenColors } from "../token-colors";
import type { ChartLane, ChartSeries } from "./chart-data";
import { gutter } from "./gutter";

/** Everything uPlot has to know about one lane. Times are seconds to it. */
export function plotOptions({
  lane,
  width,
  colors,
  syncKey,
  window,
  gap,
}: {
  lane: ChartLane;
  width: number;
  colors: TokenColors;
  syncKey: string;
  /** The time that is shown, in milliseconds; asked again with every change. */
  window: () => { from: number; until: number };
  gap: number;
}): uPlot.Options {
  return {
    width,
    height: lane.height,
    // The side without a scale keeps its room, so that all lanes share one time.
    padding: lane.side === "right" ? [8, 0, 8, gutter.left] : [8, gutter.right, 8, 0],
    legend: { show: false },
    cursor: {
      sync: { key: syncKey, scales: ["x", null] },
      drag: { setScale: false, x: false, y: false },
      // The line is drawn once through all lanes, by the readout.
      x: false,
      y: false,
      points: { size: 7, fill: colors.canvas, width: 2 },
    },
    scales: {
      x: {
        time: true,
        range: () => {
          const { from, until } = window();
          return [from / 1000, until / 1000];
        },
      },
      y: { range: lane.range ? [lane.range.min, lane.range.max] : (_, __, highest) => [0, roomAbove(highest)] },
    },
    axes: [
      { show: false },
      {
        side: lane.side === "right" ? 1 : 3,
        size: lane.side === "right" ? gutter.right : gutter.left,
        gap: 8,
        font: `12px ${getComputedStyle(document.documentElement).fontFamily}`,
        stroke: colors["ink-3"],
        grid: { stroke: colors["ch-grid"], width: 1 },
        ticks: { show: false },
        splits: lane.range ? () => halves(lane.range) : undefined,
        values: (_, splits) => splits.map((value, index) => tickText(value, index === splits.length - 1, lane)),
        // A low lane still needs two ticks: one number, and the unit.
        space: lane.height < 120 ? 20 : 40,
      },
    ],
    series: [{}, ...lane.series.map((series) => seriesOptions(series, colors, gap))],
    hooks: { drawClear: [shadeAboveLimit(lane.series, colors)] },
  };
}

function seriesOptions(series: ChartSeries, colors: TokenColors, gap: number): uPlot.Series {
  if (series.look === "limit") {
    return {
      stroke: colors["ch-limit"],
      width: 1.25,
      dash: series.dash === "dashed" ? [5, 3] : undefined,
      points: { show: false },
      paths: uPlot.paths.stepped?.({ align: 1 }),
    };
  }
  return {
    stroke: series.look === "measure" ? colors["st-charging"] : colors["ch-soc"],
    fill: series.look === "measure" && !series.dash ? colors["tint-energy"] : undefined,
    width: series.look === "measure" ? 1.75 : 1.25,
    dash: series.look === "quiet" || series.dash === "dashed" ? [5, 3] : series.dash === "dotted" ? [2, 2] : undefined,
    points: { show: false },
    // A moment that only other lines know is no gap of this one; silence is.
    gaps: (plot, index) => silences(plot, index, gap),
  };
}

/** The silences of a series in canvas pixels; uPlot cuts line and area there. */
function silences(plot: uPlot, index: number, gap: number): uPlot.Series.Gaps {
  const [at, values] = [plot.data[0], plot.data[index]];
  const found: uPlot.Series.Gaps = [];
  let before: number | undefined;
  at.forEach((moment, position) => {
    if (values?.[position] === null || values?.[position] === undefined) return;
    if (before !== undefined && (moment - before) * 1000 > gap) {
      found.push([plot.valToPos(before, "x", true), plot.valToPos(moment, "x", true)]);
    }
    before = moment;
  });
  return found;
}

/** Shades what a limit does not allow. */
function shadeAboveLimit(series: readonly ChartSeries[], colors: TokenColors) {
  const index = series.findIndex(({ look }) => look === "limit") + 1;
  return (plot: uPlot) => {
    const [at, limits] = [plot.data[0], plot.data[index]];
    if (index === 0 || !limits) return;
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.fillStyle = colors["ch-above"];
    const edge = bbox.left + bbox.width;
    const x = (position: number) => {
      const moment = at[position];
      return Math.round(moment === undefined ? edge : plot.valToPos(moment, "x", true));
    };
    // One area for as long as a limit holds.
    for (let start = 0; start < at.length; ) {
      const limit = limits[start];
      let end = start + 1;
      while (end < at.length && limits[end] === limit) end++;
      if (limit !== null && limit !== undefined) {
        const bottom = Math.min(bbox.top + bbox.height, plot.valToPos(limit, "y", true));
        ctx.fillRect(x(start), bbox.top, x(end) - x(start), Math.max(0, bottom - bbox.top));
      }
      start = end;
    }
    ctx.restore();
  };
}

/** The highest tick names the unit instead of a number, unless its number is the point. */
const tickText = (value: number, isHighest: boolean, { unit, range }: ChartLane) =>
  isHighest ? (range ? `${value} ${unit}` : unit) : String(value);

/** A scale that leaves a fifth of air and never collapses. */
const roomAbove = (highest: number | null) => Math.max(1, (highest ?? 0) * 1.2);

const halves = (range: ChartLane["range"]) => (range ? [range.min, (range.min + range.max) / 2, range.max] : []);
