"use client";

import { useEffect, useRef } from "react";
import { breakAtGaps } from "./chart/gaps";
import type { Sample } from "./chart/sample";
import { type TokenColors, useTokenColors } from "./token-colors";

/** A value over the last while, as a line in a table row or card. It has no axis, so its sentence says the rest. */
export function Sparkline({
  samples,
  from,
  until,
  top,
  limit,
  label,
  width,
  height = 18,
  isFilled,
  gap = 5 * 60_000,
  className,
}: {
  samples: readonly Sample[];
  from: number;
  until: number;
  /** The value at the upper edge; the largest one if not given. */
  top?: number;
  limit?: readonly Sample[];
  label: string;
  /** Fixed, or as wide as its place. */
  width?: number;
  height?: number;
  isFilled?: boolean;
  /** Without a value for longer than this, the line breaks. */
  gap?: number;
  className?: string;
}) {
  const ref = useRef<HTMLCanvasElement>(null);
  const colors = useTokenColors();

  useEffect(() => {
    const canvas = ref.current;
    if (!canvas || !colors) return;
    // Asking the page how wide it is has it laid out anew, for every line of a list.
    const draw = () =>
      paint(canvas, {
        ...{ samples, from, until, top, limit, isFilled, gap, colors, height },
        width: width ?? canvas.clientWidth,
      });
    draw();
    if (width !== undefined) return;
    const observer = new ResizeObserver(draw);
    observer.observe(canvas);
    return () => observer.disconnect();
  }, [samples, from, until, top, limit, isFilled, gap, colors, width, height]);

  return (
    <canvas
      ref={ref}
      role="img"
      aria-label={label}
      className={className}
      style={{ width: width ?? "100%", height, display: "block" }}
    />
  );
}

interface Drawing {
  samples: readonly Sample[];
  from: number;
  until: number;
  top?: number;
  limit?: readonly Sample[];
  isFilled?: boolean;
  gap: number;
  colors: TokenColors;
  width: number;
  height: number;
}

function paint(canvas: HTMLCanvasElement, drawing: Drawing) {
  const { samples, from, until, top, limit, isFilled, gap, colors, width, height } = drawing;
  const scale = devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext("2d");
  if (!pen || width === 0) return;
  pen.scale(scale, scale);

  const highest = Math.max(1, top ?? 0, ...values(samples), ...values(limit ?? []));
  const x = (at: number) => ((at - from) / Math.max(1, until - from)) * width;
  const y = (value: number) => height - 1 - (value / highest) * (height - 3);

  pen.strokeStyle = colors["line-strong"];
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(0, height - 0.5);
  pen.lineTo(width, height - 0.5);
  pen.stroke();

  for (const run of runs(breakAtGaps(samples, gap))) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    pen.beginPath();
    for (const { at, value } of run) pen.lineTo(x(at), y(value));
    pen.strokeStyle = colors["st-charging"];
    pen.lineWidth = 1.25;
    pen.lineJoin = "round";
    pen.stroke();
    if (!isFilled) continue;
    pen.lineTo(x(last.at), height - 1);
    pen.lineTo(x(first.at), height - 1);
    pen.globalCompositeOperation = "destination-over";
    pen.fillStyle = colors["tint-energy"];
    pen.fill();
    pen.globalCompositeOperation = "source-over";
  }

  if (!limit?.length) return;
  pen.beginPath();
  let before: number | undefined;
  for (const { at, value } of limit) {
    if (value === null) continue;
    if (before !== undefined) pen.lineTo(x(at), y(before));
    pen.lineTo(x(at), y(value));
    before = value;
  }
  if (before !== undefined) pen.lineTo(width, y(before));
  pen.strokeStyle = colors["ch-limit"];
  pen.lineWidth = 1.25;
  pen.stroke();
}

const values = (samples: readonly Sample[]) => samples.flatMap(({ value }) => (value === null ? [] : [value]));

/** The stretches without a gap. */
function runs(samples: readonly Sample[]) {
  const found: { at: number; value: number }[][] = [];
  let run: { at: number; value: number }[] | undefined;
  for (const { at, value } of samples) {
    if (value === null) {
      run = undefined;
      continue;
    }
    if (!run) {
      run = [];
      found.push(run);
    }
    run.push({ at, value });
  }
  return found;
}
