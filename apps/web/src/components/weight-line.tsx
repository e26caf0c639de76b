"use client";

import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./glyph";

/** How many of many something would happen to, as a line of a list. */
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
    <li className="grid grid-cols-[16px_72px_1fr] items-start gap-2 text-13">
      <Glyph name={glyph} className="mt-0.5" />
      <b className="text-right font-value">{format.number(count)}</b>
      <span>
        {children}
        {all !== undefined && all !== count && <span className="text-ink-3"> / {format.number(all)}</span>}
      </span>
    </li>
  );
}
