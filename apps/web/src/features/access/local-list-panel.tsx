"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { ErrorPanel } from "@/components/error-panel";
import { FactRow } from "@/components/key-values";
import { RelativeTime } from "@/components/relative-time";
import { SectionTitle } from "@/components/section-title";
import { SkeletonRows } from "@/components/skeleton";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { ListDifference } from "./list-difference";
import { useListWords } from "./use-list-words";

/** The list a station holds beside the one it should hold: what differs, and what would be said. */
export function LocalListPanel({
  station,
  blocked,
  onAsk,
}: {
  station: number;
  blocked: string | undefined;
  onAsk: () => void;
}) {
  const t = useTranslations("access");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const words = useListWords();
  const query = useQuery(trpc.lists.ofStation.queryOptions({ station }));
  const send = useMutation(
    trpc.lists.send.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.lists.pathKey() }),
    }),
  );
  const found = query.data;
  const isUnderWay = found !== undefined && ["due", "reading", "sending"].includes(found.state);

  return (
    <section aria-labelledby="local-list">
      <SectionTitle
        id="local-list"
        note={found && (found.list ? t(`scope.${words.scope(found.list.scope)}`) : t("noList"))}
        aside={
          <>
            <Button Icon={RefreshCw} isDisabled={blocked !== undefined} onPress={onAsk}>
              {t("ask")}
            </Button>
            <Button
              look="primary"
              Icon={Send}
              isDisabled={blocked !== undefined || isUnderWay || !found}
              isPending={send.isPending}
              onPress={() => send.mutate({ station })}
            >
              {blocked ? `${t("send")}, ${blocked}` : t("send")}
            </Button>
          </>
        }
      >
        {t("localList")}
      </SectionTitle>
      {query.error && (
        <ErrorPanel what={t("failed")} stillWorks={query.error.message} onRetry={() => void query.refetch()} />
      )}
      {send.error && <ErrorPanel what={t("notSent")} stillWorks={send.error.message} />}
      {query.isPending && <SkeletonRows rows={4} label={t("loading")} />}
      {found && (
        <div className="flex flex-col gap-3 py-2">
          {!found.list && (
            <p className="max-w-prose text-ink-2">
              {t("noListHelp")} <TextLink href={addresses.localLists}>{t("toLists")}</TextLink>
            </p>
          )}
          <FactRow
            facts={[
              {
                label: t("held"),
                value: found.held ? (
                  <>
                    {t("version", { version: found.held.version, tokens: found.held.tokens })}{" "}
                    <span className="font-regular text-12 text-ink-3">
                      <RelativeTime at={found.held.at} />
                    </span>
                  </>
                ) : (
                  t("unknown")
                ),
              },
              { label: t("reported"), value: found.reported ?? t("notAsked") },
              { label: t("wanted"), value: t("tokens", { count: found.wanted }) },
              { label: t("room"), value: words.room(found.limits) },
            ]}
          />
          <p role="status" className={found.state === "failed" ? "text-attn-ink" : "text-ink-2"}>
            {words.state(found)}
          </p>
          <ListDifference difference={found.difference} />
        </div>
      )}
    </section>
  );
}
