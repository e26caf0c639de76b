"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsInteger, useQueryState } from "nuqs";
import { useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { WithInspector } from "@/components/inspector";
import { PageHead } from "@/components/page-head";
import { SkeletonRows } from "@/components/skeleton";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { FirmwareTable } from "./firmware-table";
import { AddFirmware, FirmwareInspector } from "./late-parts";

/** The library of firmware: what is there, who runs it, who is fetching it. */
export function FirmwareLive() {
  const t = useTranslations("firmware");
  const trpc = useTRPC();
  const mayWrite = useMay("firmware.write");
  const [image, setImage] = useQueryState("image", parseAsInteger.withOptions({ history: "replace" }));
  const [isAdding, setAdding] = useState(false);
  const list = useInfiniteQuery({
    ...trpc.firmware.list.infiniteQueryOptions({}, nextPage),
    placeholderData: keepPreviousData,
  });
  const images = list.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const close = () => void setImage(null);

  return (
    <WithInspector inspector={image !== null && <FirmwareInspector key={image} id={image} onClose={close} />}>
      <PageHead
        title={t("title")}
        actions={
          mayWrite && (
            <Button look="primary" Icon={Plus} onPress={() => setAdding(true)}>
              {t("add")}
            </Button>
          )
        }
      />
      {list.error && (
        <ErrorPanel what={t("failed")} stillWorks={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending ? (
        <SkeletonRows rows={6} label={t("loading")} />
      ) : (
        <FirmwareTable
          images={images}
          activeId={image === null ? undefined : String(image)}
          onActivate={(id) => void setImage(Number(id))}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          empty={
            <EmptyState kind="nothing-yet" title={t("none")}>
              {t("noneHelp")}
            </EmptyState>
          }
        />
      )}
      {isAdding && (
        <AddFirmware
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false);
            void setImage(id);
          }}
        />
      )}
    </WithInspector>
  );
}
