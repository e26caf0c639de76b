"use client";

import { ArrowDown, Pause, Play, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { PageHead } from "@/components/page-head";

/** The title of the stations list: how many there are, what is new or held back, and how it is shown. */
export function StationsHead({
  shown,
  total,
  fresh,
  onFresh,
  pause,
  onAdd,
  tools,
}: {
  shown: number;
  total: number;
  /** New matches that wait above, so that no row moves under the pointer. */
  fresh: number;
  onFresh: () => void;
  pause: { isPaused: boolean; held: number; turn: () => void };
  /** Absent for people who may not. */
  onAdd?: () => void;
  /** What chooses how it is shown, and keeps it. */
  tools: ReactNode;
}) {
  const t = useTranslations("stations");
  return (
    <PageHead
      title={t("title")}
      count={shown < total ? t("countOf", { shown, total }) : t("count", { total })}
      news={
        <>
          {fresh > 0 && (
            <Button look="primary" size="row" Icon={ArrowDown} onPress={onFresh} className="rounded-pill!">
              {t("fresh", { count: fresh })}
            </Button>
          )}
          {pause.isPaused && (
            <span className="inline-flex items-center gap-2 rounded-pill border border-attn-edge bg-tint-attn py-0.5 pr-0.5 pl-2.5 text-12 text-attn-ink">
              <Pause aria-hidden="true" size={12} />
              {t("paused", { held: pause.held })}
              <Button size="row" Icon={Play} shortcut="pause" onPress={pause.turn} className="rounded-pill!">
                {t("resume")}
              </Button>
            </span>
          )}
        </>
      }
      actions={
        <>
          {tools}
          {onAdd && (
            <Button Icon={Plus} onPress={onAdd}>
              <span className="max-md:sr-only">{t("add")}</span>
            </Button>
          )}
        </>
      }
    />
  );
}
