"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ErrorPanel } from "@/components/error-panel";
import { WithInspector } from "@/components/inspector";
import { useKeys } from "@/components/keys/use-keys";
import { SkeletonRows } from "@/components/skeleton";
import type { DataTableHandle } from "@/components/table/data-table";
import { useTRPC } from "@/live/trpc";
import { useFilter } from "../filter/use-filter";
import { Capture } from "./late-parts";
import { messageFields } from "./message-fields";
import { messageQuery, messageSearch } from "./message-search";
import { MessagesHead } from "./messages-head";
import { MessagesReach } from "./messages-reach";
import { MessagesTable } from "./messages-table";
import { MessagesTools } from "./messages-tools";
import { Reading } from "./reading";
import { SelectedMessage } from "./selected-message";
import { useConversation } from "./use-conversation";

/** The conversation with one station, or with all of them, as it goes on. */
export function MessagesLive({ station }: { station?: { id: number; identity: string } }) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(messageSearch, { history: "replace", throttleMs: 200 });
  const filter = useFilter(messageFields);
  const query = messageQuery({ ...search, q: filter.written }, station?.id);
  const conversation = useConversation(query);
  const [capture, setCapture] = useState<{ name: string; text: string }>();
  const table = useRef<DataTableHandle>(null);
  const { data: actions = [] } = useQuery({
    ...trpc.messages.actions.queryOptions({ station: station?.id }),
    refetchInterval: 15_000,
  });
  useKeys({ pause: () => conversation.pause(conversation.paused === undefined) });

  const shown = search.heartbeats ? actions : actions.filter(({ action }) => action !== heartbeat);
  if (capture) return <Capture {...capture} onClose={() => setCapture(undefined)} />;
  return (
    <WithInspector
      inspector={
        search.sel && (
          <SelectedMessage
            id={search.sel}
            onClose={() => void setSearch({ sel: null })}
            onSelect={(sel) => void setSearch({ sel })}
            onFollow={(session) => filter.set(`session:${session}`)}
          />
        )
      }
    >
      <MessagesHead
        title={t("title")}
        count={conversation.rows.length}
        filter={filter}
        station={station?.id}
        actions={shown.slice(0, 8)}
        paused={conversation.paused}
        onPause={conversation.pause}
        fresh={conversation.fresh}
        onFresh={() => {
          table.current?.toTop();
          conversation.read(false);
        }}
        tools={<MessagesTools query={query} onOpen={(name, text) => setCapture({ name, text })} />}
        heartbeats={{
          hidden: actions.find(({ action }) => action === heartbeat)?.count ?? 0,
          shown: search.heartbeats,
          show: (heartbeats) => void setSearch({ heartbeats }),
        }}
      />
      {conversation.error && (
        <ErrorPanel what={t("failed")} stillWorks={conversation.error.message} onRetry={conversation.retry} />
      )}
      {conversation.isLoading ? (
        <SkeletonRows rows={12} label={t("loading")} />
      ) : (
        <Reading onReading={conversation.read}>
          <MessagesTable
            ref={table}
            messages={conversation.rows}
            activeId={search.sel ?? undefined}
            onActivate={(sel) => void setSearch({ sel })}
            onPeek={({ id }) => void setSearch({ sel: search.sel === id ? null : id })}
            onEndReached={conversation.more}
            withStation={station === undefined}
            empty={
              filter.written === "" ? (
                <EmptyState kind="nothing-yet" title={t("none")}>
                  {t("noneHelp")}
                </EmptyState>
              ) : (
                <EmptyState
                  kind="filtered"
                  title={t(conversation.reached ? "notYetFound" : "filtered")}
                  action={<Button onPress={() => filter.set("")}>{t("clear")}</Button>}
                />
              )
            }
          />
        </Reading>
      )}
      <MessagesReach
        since={conversation.since}
        reached={conversation.reached}
        onSearchOn={conversation.searchOn}
        isSearching={conversation.isSearching}
      />
    </WithInspector>
  );
}

const heartbeat = "Heartbeat";
