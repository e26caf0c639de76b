import type { ReactNode } from "react";

/** The title of a section on its rule: a name, a count, a quiet note, and what can be done at the right. */
export function SectionTitle({
  children,
  count,
  note,
  aside,
  id,
}: {
  children: ReactNode;
  count?: number;
  note?: ReactNode;
  aside?: ReactNode;
  id?: string;
}) {
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-2 border-line-strong border-b py-1">
      <h2 id={id} className="text-14">
        {children}
      </h2>
      {count !== undefined && <span className="text-14 text-ink-3">{count}</span>}
      {note && <span className="text-13 text-ink-3">{note}</span>}
      {aside && <div className="ml-auto flex items-center gap-2 text-12 text-ink-2">{aside}</div>}
    </div>
  );
}
