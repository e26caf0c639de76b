"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef } from "react";
import { useWidth } from "@/components/chart/use-width";
import type { Step } from "./schedule-of";

const height = 170;
const box = { left: 44, right: 8, top: 10, bottom: 22 };
const hour = 3_600_000;

/** The limits of the coming time as steps: what we make of all that is held, what the station says, and what flows now. */
export function ScheduleChart({
  from,
  until,
  computed,
  reported,
  powerW,
  sentence,
}: {
  from: number;
  until: number;
  computed: readonly Step[];
  reported: readonly Step[];
  powerW?: number;
  sentence: string;
}) {
  const t = useTranslations("energy");
  const format = useFormatter();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { top, low } = rangeOf([...computed, ...reported], powerW);
  const x = (at: number) => box.left + ((at - from) / (until - from)) * (width - box.left - box.right);
  const y = (watts: number) => height - box.bottom - ((watts - low) / (top - low)) * (height - box.top - box.bottom);
  const scale = { x, y, until };
  const everyHours = width < 480 ? 6 : 3;

  return (
    <div ref={frame} className="pt-2">
      <svg role="img" aria-label={sentence} width="100%" height={height} className="block text-12">
        {width > 0 && (
          <>
            {stretches(computed, until).map(({ at, to }) => (
              <rect
                key={at}
                x={x(at)}
                y={box.top}
                width={Math.max(0, x(to) - x(at))}
                height={height - box.top - box.bottom}
                fill="var(--raised)"
              >
                <title>{t("unknownLimit")}</title>
              </rect>
            ))}
            {(low < 0 ? [low, 0, top] : [0, top / 2, top]).map((watts) => (
              <g key={watts}>
                <line x1={box.left} x2={width - box.right} y1={y(watts)} y2={y(watts)} stroke="var(--ch-grid)" />
                <text x={box.left - 6} y={y(watts) + 4} textAnchor="end" fill="var(--ink-3)">
                  {format.number(watts / 1000, { maximumFractionDigits: 1 })}
                  {watts === top && " kW"}
                </text>
              </g>
            ))}
            {ticks(from, until, everyHours).map((at) => (
              <text key={at} x={x(at)} y={height - 6} textAnchor="middle" fill="var(--ink-3)">
                {format.dateTime(new Date(at), "minutes")}
              </text>
            ))}
            <path d={path(computed, scale)} fill="none" stroke="var(--ch-limit)" strokeWidth={2} />
            <path d={path(ofName(computed, "discharge"), scale)} fill="none" stroke="var(--ch-limit)" strokeWidth={2} />
            <path
              d={path(ofName(computed, "setpoint"), scale)}
              fill="none"
              stroke="var(--st-charging)"
              strokeWidth={2}
            />
            <path d={path(reported, scale)} fill="none" stroke="var(--ink-3)" strokeWidth={1.5} strokeDasharray="5 4" />
            {powerW !== undefined && (
              <circle cx={x(from)} cy={y(powerW)} r={4} fill="var(--st-charging)">
                <title>{t("drawnNow", { power: powerW / 1000 })}</title>
              </circle>
            )}
          </>
        )}
      </svg>
    </div>
  );
}

interface Scale {
  x: (at: number) => number;
  y: (watts: number) => number;
  until: number;
}

const ofName = (steps: readonly Step[], name: "discharge" | "setpoint"): Step[] =>
  steps.map((step) => ({ at: step.at, watts: step[name] }));

/** Where nothing is known. */
const stretches = (steps: readonly Step[], until: number) =>
  steps.flatMap(({ at, watts, unknown }, index) =>
    unknown && watts === undefined ? [{ at, to: steps[index + 1]?.at ?? until }] : [],
  );

/** From nothing, or from what flows back, up to a little more than the most. */
function rangeOf(steps: readonly Step[], powerW = 0): { top: number; low: number } {
  const values = steps.flatMap(({ watts = 0, discharge = 0, setpoint = 0 }) => [watts, discharge, setpoint]);
  const highest = values.reduce((one, other) => Math.max(one, other), Math.max(powerW, 1_000));
  const lowest = values.reduce((one, other) => Math.min(one, other), powerW);
  return { top: roomAbove(highest), low: lowest < 0 ? -roomAbove(-lowest) : 0 };
}

/** Steps as a line that breaks where nothing limits. */
function path(steps: readonly Step[], { x, y, until }: Scale): string {
  return steps
    .flatMap(({ at, watts }, index) => {
      if (watts === undefined) return [];
      const before = steps[index - 1]?.watts;
      const end = steps[index + 1]?.at ?? until;
      const start = before === undefined ? `M${x(at)} ${y(watts)}` : `L${x(at)} ${y(watts)}`;
      return [start, `L${x(end)} ${y(watts)}`];
    })
    .join(" ");
}

/** Whole hours of the person's own day. */
function ticks(from: number, until: number, everyHours: number): number[] {
  const first = new Date(from);
  first.setMinutes(0, 0, 0);
  const all: number[] = [];
  for (let at = first.getTime() + hour; at < until - hour / 2; at += hour) {
    if (new Date(at).getHours() % everyHours === 0 && at - from > hour / 2) all.push(at);
  }
  return all;
}

/** The next round number, so that the highest line does not touch the frame. */
function roomAbove(highest: number): number {
  const step = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * step).find((each) => each >= highest * 1.05) ?? highest * 2;
}
