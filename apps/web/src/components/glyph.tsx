import type { ReactNode } from "react";
import { cx } from "./cx";

/** One silhouette per state; colour only repeats what the shape says. */
export type GlyphName = keyof typeof drawings;

/**
 * A state mark on the 16 px grid, drawn at 14, 16, 20 or 24. A word always stands beside it; where there is no room
 * for one, in a strip of connectors, it comes as `label`.
 */
export function Glyph({
  name,
  size = 16,
  label,
  className,
}: {
  name: GlyphName;
  size?: 14 | 16 | 20 | 24;
  label?: string;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: without a label the word stands beside it, and the mark is hidden.
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      className={cx("inline-block shrink-0", name === "proving" && "animate-proving", className)}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {label && <title>{label}</title>}
      {drawings[name]}
    </svg>
  );
}

const neutral = "var(--st-neutral)";
const ring = <circle cx="8" cy="8" r="5.75" fill="none" stroke={neutral} strokeWidth="1.5" />;
const pauseBars = <path d="M6.4 5.2v5.6M9.6 5.2v5.6" stroke="var(--st-paused-on)" strokeWidth="1.7" />;
const triangle = (
  <path d="M8 1.9 14.9 13.9H1.1z" fill="var(--st-attn)" stroke="var(--st-attn-edge)" strokeLinejoin="round" />
);

function line(d: string, width = 1.5) {
  return <path d={d} fill="none" stroke={neutral} strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />;
}

const drawings = {
  // Connectors
  available: ring,
  "plugged-in": (
    <>
      {ring}
      <path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill={neutral} />
    </>
  ),
  charging: (
    <>
      <circle cx="8" cy="8" r="6.75" fill="var(--st-charging)" />
      <path d="M9.1 3 4.9 8.8h2.5L6.9 13l4.2-5.8H8.6z" fill="var(--st-charging-on)" />
    </>
  ),
  "paused-by-car": (
    <>
      <circle cx="8" cy="8" r="6.25" fill="var(--st-paused)" stroke="var(--st-paused-edge)" />
      {pauseBars}
    </>
  ),
  "paused-by-station": (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2.5" fill="var(--st-paused)" stroke="var(--st-paused-edge)" />
      {pauseBars}
    </>
  ),
  unplug: (
    <>
      {ring}
      <path d="M8 8V2.25A5.75 5.75 0 1 1 2.25 8z" fill={neutral} />
    </>
  ),
  reserved: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke={neutral} strokeWidth="1.5" strokeDasharray="2.6 1.92" />
      {line("M8 5v3.2l2 1.3", 1.4)}
    </>
  ),
  "out-of-service": (
    <>
      {ring}
      <path d="M4.2 11.8 11.8 4.2" stroke={neutral} strokeWidth="1.5" />
    </>
  ),
  faulted: (
    <>
      <path d="M5.1 1.2h5.8l3.9 3.9v5.8l-3.9 3.9H5.1l-3.9-3.9V5.1z" fill="var(--st-fault)" />
      <path d="M8 4.4v4.2" stroke="var(--st-fault-on)" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="8" cy="11.3" r="1.05" fill="var(--st-fault-on)" />
    </>
  ),
  offline: (
    <>
      <rect x=".5" y=".5" width="15" height="15" rx="3" fill="var(--st-offline)" />
      <path
        d="M5.1 11.8h5.6a2.3 2.3 0 0 0 1.5-4 2.4 2.4 0 0 0-1.9-.6 3.4 3.4 0 0 0-5.4-1.6 3.2 3.2 0 0 0-1 2 2.2 2.2 0 0 0 1.2 4.2z"
        fill="none"
        stroke={neutral}
        strokeWidth="1.3"
        strokeLinejoin="round"
      />
      <path d="M3 3l10 10" stroke="var(--st-offline)" strokeWidth="3.4" />
      <path d="M3 3l10 10" stroke={neutral} strokeWidth="1.3" strokeLinecap="round" />
    </>
  ),

  // Commands
  held: line("M6 3.2 3.2 6 6 8.8M3.4 6h6.1a3.4 3.4 0 0 1 0 6.8H6.5"),
  queued: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke={neutral} strokeWidth="1.4" />
      {line("M8 4.8V8l2.1 1.4", 1.4)}
    </>
  ),
  sent: line("M4.5 11.5 11.5 4.5M6 4.5h5.5V10"),
  answered: line("M6.2 5.8 3.4 8.6l2.8 2.8M3.6 8.6h6.2a2.8 2.8 0 0 0 2.8-2.8V4"),
  proving: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke="var(--line-strong)" strokeWidth="2" />
      <path d="M8 2.25A5.75 5.75 0 1 1 3 10.9" fill="none" stroke="var(--ink)" strokeWidth="2" />
    </>
  ),
  confirmed: (
    <>
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="var(--ink-2)" strokeWidth="1.3" />
      <path
        d="m5.2 8.2 2 2 3.7-4.2"
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  unproven: (
    <>
      {triangle}
      <path
        d="M6.6 7.5c.1-.9.7-1.4 1.5-1.4.9 0 1.5.5 1.5 1.3 0 1.1-1.5 1.1-1.5 2.3"
        fill="none"
        stroke="var(--st-attn-on)"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
      <circle cx="8" cy="12" r=".85" fill="var(--st-attn-on)" />
    </>
  ),
  failed: (
    <>
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="var(--st-fault)" strokeWidth="1.4" />
      <path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" stroke="var(--st-fault)" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  expired: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="none" stroke={neutral} strokeWidth="1.4" strokeDasharray="2.6 1.92" />
      {line("m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2", 1.4)}
    </>
  ),
  "step-passed": <circle cx="8" cy="8" r="3" fill="var(--ink-3)" />,
  "step-next": <circle cx="8" cy="8" r="3" fill="none" stroke="var(--edge)" strokeWidth="1.2" />,

  // Lamps
  "lamp-on": <circle cx="8" cy="8" r="4" fill={neutral} />,
  "lamp-off": (
    <>
      <circle cx="8" cy="8" r="4.25" fill="none" stroke={neutral} strokeWidth="1.5" />
      <path d="M3 13 13 3" stroke={neutral} strokeWidth="1.5" />
    </>
  ),
  attention: (
    <>
      {triangle}
      <path d="M8 6v3.6" stroke="var(--st-attn-on)" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="8" cy="11.8" r=".95" fill="var(--st-attn-on)" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;
