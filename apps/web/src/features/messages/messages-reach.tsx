"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { ClockTime } from "@/components/clock-time";
import { useDated } from "@/components/use-dated";
import { useTRPC } from "@/live/trpc";

/** How far back this list goes, how far the search came, and how long anything is kept. */
export function MessagesReach({
  since,
  reached,
  onSearchOn,
  isSearching,
}: {
  since: Date | undefined;
  reached: Date | undefined;
  onSearchOn: () => void;
  isSearching: boolean;
}) {
  const t = useTranslations("messages");
  const dated = useDated();
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.messages.kept.queryOptions(), staleTime: 60_000 });
  return (
    <div
      role="status"
      className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 border-line border-t px-5 py-1 text-12 text-ink-2 max-md:px-4"
    >
      {reached ? (
        <span className="inline-flex items-center gap-2">
          {t("reachedTo")} <ClockTime at={reached} precision="seconds" />
          <Button size="row" onPress={onSearchOn} isDisabled={isSearching}>
            {t("searchOn")}
          </Button>
        </span>
      ) : (
        <span>{since ? t("sinceTime", { time: dated(since) }) : t("sinceKept")}</span>
      )}
      {data?.days !== undefined && (
        <span className="ml-auto text-ink-3">
          {t("keptFor", { days: data.days })}
          {data.oldest && <span className="max-md:hidden"> · {t("oldest", { time: dated(data.oldest) })}</span>}
        </span>
      )}
    </div>
  );
}
