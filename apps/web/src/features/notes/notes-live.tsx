"use client";

import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { IconButton } from "@/components/icon-button";
import { SectionTitle } from "@/components/section-title";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { useMay } from "../person/may";
import { useStation } from "../stations/use-station";
import { NewNote } from "./new-note";
import { NotePhoto } from "./note-photo";

/** What people wrote down about a station, the latest first. */
export function NotesLive({ identity }: { identity: string }) {
  const t = useTranslations("notes");
  const trpc = useTRPC();
  const mayWrite = useMay("stations.write");
  const { station } = useStation(identity);
  const list = useInfiniteQuery(trpc.stations.notes.infiniteQueryOptions({ station: station.id }, nextPage));
  const removing = useMutation(trpc.stations.removeNote.mutationOptions());
  const notes = list.data?.pages.flatMap(({ rows }) => rows) ?? [];

  return (
    <div className="flex max-w-text flex-col gap-4 px-5 py-4 max-md:px-4">
      {mayWrite && <NewNote station={station.id} />}
      {(list.error ?? removing.error) && (
        <ErrorPanel
          what={t(list.error ? "failed" : "notRemoved")}
          stillWorks={(list.error ?? removing.error)?.message}
          onRetry={() => {
            removing.reset();
            void list.refetch();
          }}
        />
      )}
      <section aria-labelledby="notes">
        <SectionTitle id="notes">{t("title")}</SectionTitle>
        {list.isSuccess && notes.length === 0 && (
          <EmptyState kind="all-well" title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        )}
        <ol>
          {notes.map(({ id, at, by, text, hasPhoto }) => (
            <li key={id} className="group flex items-start gap-3 border-line border-b py-2">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap gap-x-2 text-12 text-ink-2">
                  <span className="font-value">{by}</span>
                  <ClockTime at={at} />
                </p>
                <p className="whitespace-pre-wrap break-words">{text}</p>
                {hasPhoto && <NotePhoto id={id} text={text} />}
              </div>
              {mayWrite && (
                <IconButton
                  Icon={X}
                  label={t("remove", { by })}
                  isDisabled={removing.isPending}
                  onPress={() => removing.mutate({ id })}
                />
              )}
            </li>
          ))}
        </ol>
        {list.hasNextPage && (
          <Button onPress={() => void list.fetchNextPage()} isPending={list.isFetchingNextPage} className="mt-2">
            {t("more")}
          </Button>
        )}
      </section>
    </div>
  );
}
