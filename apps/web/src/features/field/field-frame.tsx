"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { Dense } from "@/components/density";
import { Keys } from "@/components/keys/use-keys";
import { CutOffFromNews } from "@/components/stale-value";
import { useStreamState } from "@/live/live";
import { addresses } from "../addresses";
import { ConnectionPill } from "../live/connection-pill";
import { TellTime } from "../preferences/site-time";
import { type Choices, ChoicesAtHand } from "../preferences/use-choice";
import { Mark } from "../shell/mark";

/** The frame of the pages for a phone outdoors: nothing but the way back, and always readable in the sun. */
export function FieldFrame({ choices, children }: { choices: Choices; children: ReactNode }) {
  useEffect(() => {
    // What opens over the page hangs outside of it.
    const root = document.documentElement;
    const before = root.dataset.theme;
    root.dataset.theme = "sunlight";
    return () => {
      if (before) root.dataset.theme = before;
    };
  }, []);
  return (
    <ChoicesAtHand value={choices}>
      <TellTime clock={choices.clock} timeZone={choices.timeZone}>
        <Dense density="comfortable">
          <Keys singles={false}>
            <Page>{children}</Page>
          </Keys>
        </Dense>
      </TellTime>
    </ChoicesAtHand>
  );
}

function Page({ children }: { children: ReactNode }) {
  const t = useTranslations("field");
  const stream = useStreamState();
  return (
    <div data-theme="sunlight" className="flex h-dvh flex-col bg-canvas text-14 text-ink">
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 border-ink border-b-2 px-4 py-1">
        <Link href={addresses.field} className="flex min-h-10 items-center gap-2 font-title">
          <Mark />
          {t("title")}
        </Link>
        <span className="ml-auto">
          <ConnectionPill state={stream} />
        </span>
      </header>
      <CutOffFromNews isCutOff={stream.is === "offline"}>{children}</CutOffFromNews>
    </div>
  );
}
