"use client";

import { useEffect, useMemo, useRef } from "react";
import uPlot from "uplot";
import type { TokenColors } from "../token-colors";
import { align, type ChartLane } from "./chart-data";
import { plotOptions } from "./plot-options";

interface Props {
  lane: ChartLane;
  width: number;
  colors: TokenColors;
  syncKey: string;
  from: number;
  until: number;
  gap: number;
  /** Where the cursor is, in milliseconds. */
  cursor: number | undefined;
  onCursor: (at: number | undefined) => void;
}

/** One lane, drawn by uPlot. New values are handed to the plot that is there; only looks make a new one. */
export function PlotLane({ lane, width, colors, syncKey, from, until, gap, cursor, onCursor }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const data = useMemo(() => toPlot(lane), [lane]);
  // The plot outlives many draws and asks here for what is new.
  const latest = useRef({ data, from, until, onCursor });
  latest.current = { data, from, until, onCursor };
  const shape = `${lane.height} ${lane.range?.max} ${lane.series.map(({ id, look, dash }) => `${id} ${look} ${dash}`)}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the parts of the lane that need a new plot.
  useEffect(() => {
    const element = place.current;
    if (!element || width === 0) return;
    const options = plotOptions({ lane, width, colors, syncKey, window: () => latest.current, gap });
    const report = (made: uPlot) => {
      const { left } = made.cursor;
      // The plot that the pointer is in speaks for all.
      if (!made.over.matches(":hover")) return;
      const at = left === undefined || left < 0 ? undefined : made.posToVal(left, "x") * 1000;
      latest.current.onCursor(at);
    };
    const made = new uPlot(
      { ...options, hooks: { ...options.hooks, setCursor: [report] } },
      latest.current.data,
      element,
    );
    made.over.addEventListener("mouseleave", () => latest.current.onCursor(undefined));
    plot.current = made;
    return () => {
      plot.current = undefined;
      made.destroy();
    };
  }, [shape, width, colors, syncKey, gap]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot asks for the window itself, but not by itself.
  useEffect(() => plot.current?.setData(data), [data, from, until]);

  useEffect(() => {
    const made = plot.current;
    if (!made || made.over.matches(":hover")) return;
    made.setCursor({ left: cursor === undefined ? -10 : made.valToPos(cursor / 1000, "x"), top: 0 }, false);
  }, [cursor]);

  return <div ref={place} aria-hidden="true" style={{ height: lane.height }} />;
}

function toPlot(lane: ChartLane): uPlot.AlignedData {
  const { at, values } = align(lane.series);
  return [at.map((moment) => moment / 1000), ...values];
}
