import type { ReactNode } from "react";

/** A page of a station: its head stays, the tab scrolls. On a phone the head goes away with the page. */
export function StationFrame({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <div className="flex h-full flex-col max-md:h-auto">
      {head}
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a tab that holds only text is scrolled by keys as well.
        tabIndex={0}
        className="-outline-offset-2 flex min-h-0 flex-1 flex-col overflow-auto max-md:h-[75dvh] max-md:flex-none"
      >
        {children}
      </div>
    </div>
  );
}
