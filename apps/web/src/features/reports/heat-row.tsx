"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, useState } from "react";
import { cx } from "@/components/cx";

/** From the lightest, which is quiet, to the darkest; told apart by lightness alone. */
const steps = [
  { from: 1, opacity: 0.1 },
  { from: 0.99, opacity: 0.28 },
  { from: 0.95, opacity: 0.48 },
  { from: 0.5, opacity: 0.72 },
  { from: 0, opacity: 1 },
] as const;

const cell = 6;
const height = 18;

/** A station's days as cells; arrow keys go from day to day and say its number, Enter opens its outages. */
export function HeatRow({
  label,
  since,
  first,
  days,
  onOpen,
}: {
  label: string;
  /** When the station was first seen; null where it never was. */
  since: Date | null;
  /** The first day. */
  first: string;
  /** The share of each day, or null where nothing was due. */
  days: readonly (number | null)[];
  onOpen: (day: string) => void;
}) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const [at, setAt] = useState<number>();
  const last = days.length - 1;
  const unknown = unknownBefore(days);
  const known = since ? t("knownSince", { day: format.dateTime(since, "day") }) : t("neverSeen");
  const dayAt = (index: number) => new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10);
  const told = (index: number) => {
    const share = days[index];
    const day = format.dateTime(new Date(`${dayAt(index)}T12:00:00Z`), "day");
    if (index < unknown) return t("dayUnknown", { day });
    return share === null || share === undefined ? t("dayNothing", { day }) : t("dayShare", { day, share });
  };

  function onKeyDown(event: KeyboardEvent) {
    const here = at ?? last;
    const moves: Partial<Record<string, number>> = {
      ...{ ArrowLeft: here - 1, ArrowRight: here + 1, ArrowDown: here - 7, ArrowUp: here + 7, Home: 0, End: last },
    };
    const next = moves[event.key];
    if (next !== undefined) setAt(Math.min(last, Math.max(0, next)));
    else if (event.key === "Enter" || event.key === " ") onOpen(dayAt(here));
    else return;
    event.preventDefault();
  }

  const under = (event: MouseEvent<Element>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.min(last, Math.max(0, Math.floor(((event.clientX - left) / width) * days.length)));
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={unknown > 0 ? `${label}, ${known}` : label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at ?? last}
      aria-valuetext={told(at ?? last)}
      onKeyDown={onKeyDown}
      onFocus={() => setAt((here) => here ?? last)}
      onBlur={() => setAt(undefined)}
      onMouseMove={(event) => setAt(under(event))}
      onMouseLeave={() => setAt(undefined)}
      onClick={(event) => onOpen(dayAt(under(event)))}
      className="relative cursor-default"
    >
      <svg
        viewBox={`0 0 ${days.length * cell} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block h-5 w-full text-ink"
      >
        {steps.map(({ opacity }, step) => (
          <path key={opacity} d={pathOf(days, step)} fill="currentColor" fillOpacity={opacity} />
        ))}
        {at !== undefined && (
          <rect
            x={at * cell + 0.5}
            y={0.5}
            width={cell - 1}
            height={height - 1}
            fill="none"
            stroke="currentColor"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      {unknown >= roomForWords && (
        <span
          aria-hidden="true"
          style={{ width: `${(unknown / days.length) * 100}%` }}
          className="pointer-events-none absolute inset-y-0 left-0 truncate border-line-strong border-r border-dashed pr-2 text-right text-12 text-ink-3"
        >
          {known}
        </span>
      )}
      {at !== undefined && (
        <span
          aria-hidden="true"
          className={cx(
            "pointer-events-none absolute bottom-full z-10 whitespace-nowrap rounded-1 border border-line-strong bg-overlay px-2 py-0.5 text-12",
            at > days.length / 2 ? "right-0" : "left-0",
          )}
        >
          {told(at)}
        </span>
      )}
    </div>
  );
}

/** Where so many days are unknown, there is room to say why. */
const roomForWords = 30;

/** How many days there are before anything is known. */
function unknownBefore(days: readonly (number | null)[]): number {
  const known = days.findIndex((share) => share !== null);
  return known < 0 ? days.length : known;
}

/** All cells of one step in one path: a page has thousands of them. */
const pathOf = (days: readonly (number | null)[], step: number) =>
  days
    .map((share, index) =>
      share !== null && steps.findIndex(({ from }) => share >= from) === step
        ? `M${index * cell} 0h${cell - 1}v${height}h${1 - cell}z`
        : "",
    )
    .join("");
