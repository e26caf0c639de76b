"use client";

import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./glyph";

/** Lines of how many, their numbers below each other. */
export function WeightLines({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="grid grid-cols-[16px_auto_1fr] gap-x-2 gap-y-2.5">
      {children}
    </ul>
  );
}

/** How many of many something would happen to, as a line of such a list. */
export function WeightLine({
  glyph,
  count,
  all,
  children,
}: {
  glyph: GlyphName;
  count: number;
  /** Of so many, where it is not all of them. */
  all?: number;
  children: ReactNode;
}) {
  const format = useFormatter();
  return (
    <li className="col-span-full grid grid-cols-subgrid items-start text-13">
      <Glyph name={glyph} className="mt-0.5" />
      <b className="text-right font-value">{format.number(count)}</b>
      <span>
        {children}
        {all !== undefined && all !== count && <span className="text-ink-3"> / {format.number(all)}</span>}
      </span>
    </li>
  );
}
