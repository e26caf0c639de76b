"use client";

import { cx } from "../cx";
import { Glyph } from "../glyph";
import type { ChartTrack } from "./chart-data";
import { placeOf } from "./time-axis";

/** Bars, marks and ticks below the lanes, on the same time. A word that would not fit is left to its title. */
export function Track({
  track,
  from,
  until,
  width,
}: {
  track: ChartTrack;
  from: number;
  until: number;
  width: number;
}) {
  const scale = { from, until, width };
  return (
    <div className="relative h-7 overflow-hidden border-line border-t text-12">
      <span className="absolute top-1.5 left-0 z-1 w-11 truncate text-ink-3">{track.label}</span>
      {track.bands?.map(({ from: start, until: end, label, look }) => {
        const left = placeOf(start, scale);
        const span = Math.max(2, placeOf(end, scale) - left - 1);
        return (
          <span
            key={`${start}${label}`}
            title={label}
            className={cx("absolute top-1 h-5 truncate rounded-[2px] px-1.5 leading-5", look)}
            style={{ left, width: span }}
          >
            {span > 64 && label}
          </span>
        );
      })}
      {track.ticks?.map((at) => (
        <span key={at} className="absolute top-1.5 h-3 w-px bg-ink-3" style={{ left: placeOf(at, scale) }} />
      ))}
      {track.marks?.map(({ at, label, glyph }, index) => {
        const left = placeOf(at, scale);
        const after = track.marks?.[index + 1];
        const room = (after ? placeOf(after.at, scale) : width) - left - 12;
        return (
          <span key={`${at}${label}`} className="absolute top-1.5 flex items-center gap-1" style={{ left: left - 7 }}>
            <Glyph name={glyph} size={14} label={room < 40 ? label : undefined} />
            {room >= 40 && (
              <span className="truncate text-ink-2" style={{ maxWidth: room - 14 }}>
                {label}
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}
