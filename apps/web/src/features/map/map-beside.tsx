"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useMemo } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { SkeletonRows } from "@/components/skeleton";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { MapCanvas } from "./late-parts";
import { MapList } from "./map-list";
import { isPlaced } from "./placed";
import { useWebGl } from "./use-web-gl";

/** The sites of the stations that match, on a map beside their list. Without a map the list says as much. */
export function MapBeside({ q }: { q: string }) {
  const t = useTranslations("map");
  const trpc = useTRPC();
  const router = useRouter();
  const isDrawn = useWebGl();
  const [active, setActive] = useQueryState("place", parseAsString);
  const { data, error, refetch } = useQuery({
    ...trpc.sites.onMap.queryOptions({ q }),
    placeholderData: keepPreviousData,
  });
  const placed = useMemo(() => data?.filter(isPlaced) ?? [], [data]);
  const open = (id: number) => router.push(addresses.site(id));

  if (error && !data)
    return <ErrorPanel what={t("failed")} stillWorks={error.message} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={12} label={t("loading")} />;
  return (
    <div className="flex min-h-0 flex-1 border-line border-t max-md:flex-col">
      {isDrawn && (
        <div className="relative min-w-0 flex-1 max-md:h-[40dvh] max-md:flex-none">
          <MapCanvas
            sites={placed}
            chosen={placed.find(({ id }) => String(id) === active)?.id}
            onChoose={(id) => (String(id) === active ? open(id) : void setActive(String(id)))}
          />
        </div>
      )}
      <div
        className={
          isDrawn
            ? "flex min-h-0 w-[clamp(320px,28vw,480px)] shrink-0 flex-col border-line border-l max-md:w-auto max-md:flex-1 max-md:shrink max-md:border-l-0"
            : "flex min-h-0 flex-1 flex-col"
        }
      >
        {!isDrawn && <p className="px-5 py-2 text-ink-2 max-md:px-4">{t("noWebGl")}</p>}
        <MapList
          sites={data}
          isBeside={isDrawn}
          activeId={active ?? undefined}
          onActivate={(id) => void setActive(id)}
          onOpen={open}
        />
      </div>
    </div>
  );
}
