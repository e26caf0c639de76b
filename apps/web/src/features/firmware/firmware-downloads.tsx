"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { useClock } from "@/components/clock";
import { ErrorPanel } from "@/components/error-panel";
import { useFileSize } from "@/components/file-size";
import { ProgressBar } from "@/components/progress-bar";
import { RelativeTime } from "@/components/relative-time";
import { TextLink } from "@/components/text-link";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import type { DownloadRow } from "@/server/firmware/list";
import { addresses } from "../addresses";

/** The stations that were given the address of an image, and how far each has come. */
export function FirmwareDownloads({ image }: { image: number }) {
  const t = useTranslations("firmware");
  const trpc = useTRPC();
  const list = useInfiniteQuery({
    ...trpc.firmware.downloads.infiniteQueryOptions({ id: image }, nextPage),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  if (list.error) {
    return <ErrorPanel what={t("couldNot")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />;
  }
  if (list.data && rows.length === 0) return <p className="text-ink-2">{t("toNobody")}</p>;
  return (
    <>
      <ul aria-label={t("given")}>
        {rows.map((row) => (
          <DownloadLine key={row.id} row={row} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-2" isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

function DownloadLine({
  row: { station, reached, size, begunAt, lastAt, completedAt, expiresAt, givenAt },
}: {
  row: DownloadRow;
}) {
  const t = useTranslations("firmware");
  const sized = useFileSize();
  const isOver = useClock((now) => now > expiresAt.getTime());
  const share = completedAt ? 1 : reached / size;
  const state = completedAt ? "whole" : isOver ? "over" : begunAt ? "fetching" : "awaited";
  return (
    <li className="flex min-h-9 flex-col justify-center gap-1 border-line border-b py-1.5 last:border-b-0">
      <span className="flex items-center gap-3">
        <TextLink href={addresses.stationMaintenance(station)} isMono>
          {station}
        </TextLink>
        <span className="ml-auto text-12 text-ink-2">
          {t(`download.${state}`, { reached: sized(reached), size: sized(size) })}
        </span>
        <RelativeTime at={completedAt ?? lastAt ?? givenAt} className="w-12 text-right text-12 text-ink-3" />
      </span>
      {begunAt && !completedAt && <ProgressBar label={t("downloadOf", { station })} share={share} />}
    </li>
  );
}
