import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RailWidth } from "../preferences/preferences";
import { Crumbs } from "./crumbs";
import { Mark } from "./mark";
import { Rail, type RailCounts } from "./rail";
import { ThumbBar } from "./thumb-bar";

/** The frame around every page: rail, top bar, the page itself, and the command tray at the foot. */
export function Shell({
  rail,
  counts,
  stepper,
  search,
  pill,
  user,
  tray,
  children,
}: {
  rail: RailWidth;
  counts?: RailCounts;
  /** Back and forth in the list that led here. */
  stepper?: ReactNode;
  /** The way to everything. */
  search?: ReactNode;
  /** Whether what is seen is now. */
  pill: ReactNode;
  user: ReactNode;
  tray: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("shell");
  return (
    <div className="grid h-dvh grid-cols-[auto_minmax(0,1fr)] grid-rows-[var(--top)_minmax(0,1fr)_auto] max-md:grid-cols-[minmax(0,1fr)] max-md:grid-rows-[var(--top)_minmax(0,1fr)_auto_auto] print:block print:h-auto">
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-1 focus:bg-ink focus:px-3 focus:py-2 focus:text-ink-inv"
      >
        {t("skip")}
      </a>
      <Rail chosen={rail} counts={counts} />
      <header className="flex items-center gap-3 border-line border-b bg-chrome px-5 max-md:px-4 print:hidden">
        <span className="md:hidden">
          <Mark />
        </span>
        <Crumbs />
        {stepper}
        <span className="ml-auto" />
        {search}
        {pill}
        {user}
      </header>
      <main id="page" tabIndex={-1} className="min-h-0 overflow-auto outline-none print:overflow-visible">
        {children}
      </main>
      <div className="min-w-0 print:hidden">{tray}</div>
      <ThumbBar />
    </div>
  );
}
