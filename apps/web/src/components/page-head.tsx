import type { ReactNode } from "react";

/** The title of a page on its own line: name, count, news, and what can be done. */
export function PageHead({
  title,
  count,
  news,
  actions,
}: {
  title: ReactNode;
  count?: ReactNode;
  news?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-5 py-1 max-md:px-4">
      <h1 className="text-20">{title}</h1>
      {count !== undefined && <span className="text-14 text-ink-2 max-md:text-12">{count}</span>}
      {news}
      {actions && <div className="ml-auto flex flex-wrap items-center justify-end gap-2">{actions}</div>}
    </header>
  );
}
