import { cx } from "./cx";

/** The place of something that is on its way, in its final size. It shows only after 150 ms, so that fast is calm. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx("block h-3 animate-late rounded-1 bg-well", className)} />;
}

/** As many rows as will stand there. */
export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity, never reordered.
        <div key={row} className="flex h-(--row) items-center gap-6 border-line border-b px-5">
          <Skeleton className="w-20" />
          <Skeleton className="w-32" />
          <Skeleton className="w-16" />
          <Skeleton className="flex-1" />
        </div>
      ))}
    </div>
  );
}
