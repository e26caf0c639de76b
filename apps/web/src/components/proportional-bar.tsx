import type { CSSProperties } from "react";
import { cx } from "./cx";

/** One share of a whole. */
export interface Part {
  id: string;
  label: string;
  count: number;
  /** How its area looks, as classes. */
  look: string;
}

/** A whole by its shares, worst first; a share that exists is never too thin to see. Its sentence is its name. */
export function ProportionalBar({ parts, label, className }: { parts: Part[]; label: string; className?: string }) {
  return (
    <div role="img" aria-label={label} className={cx("flex h-4 gap-0.5", className)}>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ id, count, look }) => (
          <span key={id} className={cx("min-w-2 rounded-[2px]", look)} style={share(count)} />
        ))}
    </div>
  );
}

const share = (count: number): CSSProperties => ({ flexGrow: count, flexBasis: 0 });
