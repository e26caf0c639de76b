"use client";

import { ArrowUpRight, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { IconButton } from "./icon-button";
import { InspectorEdge } from "./inspector-edge";
import { NearLink } from "./near-link";

/** A list with, at its right, what the active row holds. On a phone the inspector covers the list. */
export function WithInspector({ inspector, children }: { inspector?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
      {inspector}
    </div>
  );
}

/** The panel that shows one thing of a list without leaving it; its actions stay at the foot. */
export function Inspector({
  title,
  note,
  href,
  tools,
  isWide,
  onClose,
  footer,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  /** Its own page. */
  href?: string;
  tools?: ReactNode;
  /** For frames, which have long lines. */
  isWide?: boolean;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("inspector");
  return (
    <aside
      aria-label={t("label")}
      className={cx(
        isWide ? "w-[var(--inspector,clamp(344px,32vw,456px))]" : "w-[var(--inspector,clamp(344px,25vw,456px))]",
        "relative flex max-w-[60vw] shrink-0 flex-col border-line border-l bg-raised max-md:fixed max-md:inset-x-0 max-md:top-(--top) max-md:bottom-0 max-md:z-20 max-md:w-auto max-md:max-w-none",
      )}
    >
      <InspectorEdge />
      <header className="flex h-11 shrink-0 items-center gap-2 border-line border-b pr-2 pl-4">
        <h2 className="min-w-0 truncate text-14">{title}</h2>
        {note && <span className="truncate text-ink-2">{note}</span>}
        <span className="ml-auto flex items-center gap-1">
          {tools}
          {href && (
            <NearLink
              href={href}
              aria-label={t("open")}
              title={t("open")}
              className="flex size-7 items-center justify-center rounded-1 text-ink-2 hover:bg-hover hover:text-ink"
            >
              <ArrowUpRight aria-hidden="true" size={16} strokeWidth={1.5} />
            </NearLink>
          )}
          <IconButton Icon={X} label={t("close")} onPress={onClose} />
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys. */}
      <div tabIndex={0} className="-outline-offset-2 min-h-0 flex-1 overflow-auto">
        {children}
      </div>
      {footer && <footer className="flex shrink-0 flex-wrap gap-2 border-line border-t px-4 py-3">{footer}</footer>}
    </aside>
  );
}

/** A part of an inspector, divided from the next by a line. */
export function InspectorSection({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-line border-b px-4 py-3">
      {title && <h3 className="mb-1 text-13">{title}</h3>}
      {children}
    </section>
  );
}
