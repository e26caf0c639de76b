"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { NearLink } from "./near-link";

/** A tab that is a page of its own. */
export interface TabLink {
  href: string;
  label: string;
  /** A count or a word about what is behind it. */
  note?: ReactNode;
}

/** On a phone not all of them have room, and the one that is open must be seen. */
const intoSight = (link: HTMLElement | null) => link?.scrollIntoView({ block: "nearest", inline: "center" });

/** Tabs as routes: each has an address, and the browser's own keys work. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label={label}
      className="flex h-9 overflow-x-auto border-line border-b px-5 max-md:px-4 [scrollbar-width:none]"
    >
      {tabs.map(({ href, label: name, note }) => {
        const isHere = pathname === href;
        return (
          <NearLink
            key={href}
            href={href}
            ref={isHere ? intoSight : undefined}
            aria-current={isHere ? "page" : undefined}
            className={cx(
              "-outline-offset-2 flex shrink-0 items-center gap-1.5 whitespace-nowrap px-2 text-13 max-md:px-3",
              isHere ? "font-value text-ink shadow-[inset_0_-2px_0_var(--ink)]" : "text-ink-2 hover:text-ink",
            )}
          >
            {name}
            {note !== undefined && <span className="text-12 text-ink-3">{note}</span>}
          </NearLink>
        );
      })}
    </nav>
  );
}
