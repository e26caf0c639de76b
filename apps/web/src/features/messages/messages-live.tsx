"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { Button } from "@/components/button";
import { Chip } from "@/components/chip";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { WithInspector } from "@/components/inspector";
import { useKeys } from "@/components/keys/use-keys";
import { SkeletonRows } from "@/components/skeleton";
import { useTRPC } from "@/live/trpc";
import { MessageInspector } from "./message-inspector";
import { messageQuery, messageSearch } from "./message-search";
import type { MessageFilter } from "./message-view";
import { MessagesHead } from "./messages-head";
import { MessagesTable } from "./messages-table";
import { useConversation } from "./use-conversation";

/** The conversation with one station, or with all of them in the last hour, as it goes on. */
export function MessagesLive({ station }: { station?: { id: number; identity: string } }) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(messageSearch, { history: "replace", throttleMs: 200 });
  const conversation = useConversation(messageQuery(search, station?.id));
  const { data: actions = [] } = useQuery({
    ...trpc.messages.actions.queryOptions({ station: station?.id }),
    refetchInterval: 15_000,
  });
  const filter: MessageFilter = {
    action: search.action ?? undefined,
    from: search.from ?? undefined,
    verdict: search.verdict ?? undefined,
    withHeartbeats: search.heartbeats,
  };
  const heartbeats = actions.find(({ action }) => action === "Heartbeat")?.count ?? 0;

  function narrow({ action, from, verdict, withHeartbeats }: MessageFilter) {
    conversation.pause(false);
    void setSearch({
      action: action ?? null,
      from: from ?? null,
      verdict: verdict ?? null,
      heartbeats: withHeartbeats,
    });
  }

  useKeys({ pause: () => conversation.pause(conversation.paused === undefined) });

  const isNarrowed =
    search.action !== null || search.from !== null || search.verdict !== null || search.session !== null;
  return (
    <WithInspector
      inspector={
        search.sel && <Selected key={search.sel} id={search.sel} onClose={() => void setSearch({ sel: null })} />
      }
    >
      <MessagesHead
        title={t("title")}
        count={conversation.rows.length}
        filter={filter}
        onFilter={narrow}
        actions={actions.filter(({ action }) => filter.withHeartbeats || action !== "Heartbeat").slice(0, 8)}
        paused={conversation.paused}
        onPause={conversation.pause}
        hiddenHeartbeats={heartbeats}
      />
      {search.session !== null && (
        <div className="px-5 pb-2 max-md:px-4">
          <Chip field="session" value={String(search.session)} onRemove={() => void setSearch({ session: null })} />
        </div>
      )}
      {conversation.error && (
        <ErrorPanel what={t("failed")} stillWorks={conversation.error.message} onRetry={conversation.retry} />
      )}
      {conversation.isLoading ? (
        <SkeletonRows rows={12} label={t("loading")} />
      ) : (
        <MessagesTable
          messages={conversation.rows}
          activeId={search.sel ?? undefined}
          onActivate={(sel) => void setSearch({ sel })}
          onPeek={({ id }) => void setSearch({ sel: search.sel === id ? null : id })}
          onEndReached={conversation.more}
          withStation={station === undefined}
          empty={
            isNarrowed ? (
              <EmptyState
                kind="filtered"
                title={t("filtered")}
                action={
                  <Button onPress={() => void setSearch({ action: null, from: null, verdict: null, session: null })}>
                    {t("clear")}
                  </Button>
                }
              />
            ) : (
              <EmptyState kind="nothing-yet" title={t("none")}>
                {t("noneHelp")}
              </EmptyState>
            )
          }
        />
      )}
    </WithInspector>
  );
}

function Selected({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.messages.byRef.queryOptions({ ref: id }),
    // A call that waits for its answer is looked at again until it has one.
    refetchInterval: ({ state }) => (state.data?.verdict === "open" ? 1_000 : false),
  });
  if (data) return <MessageInspector message={data} onClose={onClose} />;
  if (!error) return null;
  return (
    <aside className="w-[clamp(344px,25vw,456px)] shrink-0 border-line border-l bg-raised max-md:hidden">
      <ErrorPanel what={t("gone")} stillWorks={error.message} onRetry={() => void refetch()} />
    </aside>
  );
}
