"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ErrorPanel } from "@/components/error-panel";
import { SkeletonRows } from "@/components/skeleton";
import { useTRPC } from "@/live/trpc";
import { useCommandWords } from "../commands/command-words";
import { CallOutcome } from "./call-outcome";

/** While this long after a call its frames are looked for by themselves, as in a conversation. */
const followedMs = 60_000;
const paceMs = 1_000;

/** What came of the call that was sent last, or that the address names, kept by the stream of changes. */
export function OutcomeLive({
  station,
  command: id,
}: {
  station: { id: number; identity: string };
  command: number | null;
}) {
  const t = useTranslations("expert");
  const trpc = useTRPC();
  const words = useCommandWords();
  const place = useRef<HTMLElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    // Where it stands under the call, whoever sent it wants to see it now.
    place.current?.scrollIntoView({ block: "nearest" });
  }, [id]);
  const command = useQuery(trpc.commands.byId.queryOptions(id === null ? skipToken : { id }));
  const followed = useQuery({
    ...trpc.expert.followed.queryOptions(id === null ? skipToken : { station: station.id, command: id }),
    refetchInterval: () =>
      command.data && Date.now() - command.data.createdAt.getTime() < followedMs ? paceMs : false,
  });
  return (
    <section
      ref={place}
      aria-label={t("came.title")}
      className="min-h-0 border-line px-5 py-3 max-xl:border-t xl:overflow-auto xl:border-l max-md:px-4"
    >
      <h2 className="pb-2 text-14">
        {t("came.title")}
        {command.data && <span className="mono pl-2 font-regular text-ink-2">{words.title(command.data)}</span>}
      </h2>
      {id === null ? (
        <p className="text-ink-3">{t("came.none")}</p>
      ) : command.error ? (
        <ErrorPanel what={t("came.failed")} stillWorks={command.error.message} onRetry={() => void command.refetch()} />
      ) : command.data ? (
        <CallOutcome command={command.data} followed={followed.data} />
      ) : (
        <SkeletonRows rows={6} label={t("loading")} />
      )}
    </section>
  );
}
