"use client";

import { ArrowDown, Download, LayoutGrid, Map as MapIcon, Pause, Play, Plus, Table } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { PageHead } from "@/components/page-head";
import { Segments } from "@/components/segments";

export const stationLooks = ["table", "tiles", "map"] as const;
type StationLook = (typeof stationLooks)[number];

/** The title of the stations list: how many there are, what is new or held back, and how it is shown. */
export function StationsHead({
  shown,
  total,
  fresh,
  onFresh,
  pause,
  look,
  onLook,
  exportHref,
  onAdd,
  views,
  columns,
}: {
  shown: number;
  total: number;
  /** New matches that wait above, so that no row moves under the pointer. */
  fresh: number;
  onFresh: () => void;
  pause: { isPaused: boolean; held: number; turn: () => void };
  look: StationLook;
  onLook: (look: StationLook) => void;
  /** Where all that match can be had as a file. */
  exportHref: string;
  /** Absent for people who may not. */
  onAdd?: () => void;
  /** What keeps this list as a view. */
  views: ReactNode;
  /** What chooses its columns. */
  columns: ReactNode;
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
          <Segments
            label={t("look.label")}
            chosen={look}
            onChoose={onLook}
            options={[
              { id: "table", label: t("look.table"), Icon: Table },
              { id: "tiles", label: t("look.tiles"), Icon: LayoutGrid },
              { id: "map", label: t("look.map"), Icon: MapIcon },
            ]}
          />
          {columns}
          {views}
          <a
            href={exportHref}
            download
            aria-label={t("export")}
            title={t("export")}
            className="inline-flex size-7 items-center justify-center rounded-1 text-ink-2 hover:bg-hover hover:text-ink max-md:hidden"
          >
            <Download aria-hidden="true" size={16} strokeWidth={1.5} />
          </a>
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
