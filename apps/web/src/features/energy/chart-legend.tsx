import type { ReactNode } from "react";

/** What the lines of a chart of limits are. */
export function ChartLegend({
  lines,
  dot,
}: {
  lines: readonly { look: "solid" | "dashed"; label: ReactNode }[];
  dot?: string;
}) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      {lines.map(({ look, label }) => (
        <li key={look} className="flex items-center gap-1.5">
          {look === "solid" ? (
            <span aria-hidden="true" className="w-5 border-t-2" style={{ borderColor: "var(--ch-limit)" }} />
          ) : (
            <span aria-hidden="true" className="w-5 border-ink-3 border-t-2 border-dashed" />
          )}
          <span>{label}</span>
        </li>
      ))}
      {dot && (
        <li className="flex items-center gap-1.5">
          <span aria-hidden="true" className="size-2 rounded-full" style={{ background: "var(--st-charging)" }} />
          {dot}
        </li>
      )}
    </ul>
  );
}
