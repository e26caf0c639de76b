import { cx } from "./cx";

/** How far something is, from 0 to 1; its name says of what. */
export function ProgressBar({ label, share, className }: { label: string; share: number; className?: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cx("block h-1.5 overflow-hidden rounded-[2px] bg-well", className)}
    >
      <span className="block h-full bg-ink transition-[width] duration-200" style={{ width: `${percent}%` }} />
    </span>
  );
}
