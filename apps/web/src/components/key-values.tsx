import type { ReactNode } from "react";

/** One fact: what it is, and how it is. */
export interface Fact {
  label: string;
  value: ReactNode;
  note?: ReactNode;
}

/** Facts, one a line, labels in a column. What is not known is left out by the caller. */
export function KeyValues({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(72px,max-content)_1fr] gap-x-4 gap-y-1">
      {facts.map(({ label, value, note }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0">
            {value}
            {note && <span className="text-ink-3"> {note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The few numbers that sum something up, side by side. */
export function FactRow({ facts }: { facts: Fact[] }) {
  return (
    <dl className="flex flex-wrap justify-between gap-x-8 gap-y-3 border-line border-y py-2">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-12 text-ink-3">{label}</dt>
          <dd className="font-title text-14">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
