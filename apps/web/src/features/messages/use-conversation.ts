"use client";

import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { nextPage } from "@/live/next-page";
import { useTRPC, useTRPCClient } from "@/live/trpc";
import { countNewer, withNewer } from "./conversation";
import type { messageQuery } from "./message-search";
import type { MessageRow } from "./message-view";

const tailMs = 1_000;

/** A conversation that goes on by itself; paused it stands still, and counts what it holds back. */
export function useConversation(query: ReturnType<typeof messageQuery>) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const options = trpc.messages.list.infiniteQueryOptions(query, nextPage);
  const history = useInfiniteQuery({ ...options, placeholderData: keepPreviousData });
  const listKey = JSON.stringify(options.queryKey);
  const [tail, setTail] = useState<{ of: string; rows: readonly MessageRow[] }>({ of: listKey, rows: [] });
  const [held, setHeld] = useState<readonly MessageRow[]>();

  const rows = useMemo(() => {
    const known = history.data?.pages.flatMap((page) => page.rows) ?? [];
    return tail.of === listKey ? withNewer(known, tail.rows) : known;
  }, [history.data, tail, listKey]);

  const after = rows[0]?.id;
  const isSettled = history.isSuccess && !history.isPlaceholderData;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `listKey` stands for the query.
  useEffect(() => {
    if (!isSettled) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      if (after === undefined) await queries.refetchQueries({ queryKey: options.queryKey });
      else if (!document.hidden) {
        const newer = await client.messages.tail.query({ ...query, after }).catch(() => []);
        if (over) return;
        setTail((before) => ({ of: listKey, rows: withNewer(before.of === listKey ? before.rows : [], newer) }));
      }
      if (!over) timer = setTimeout(ask, tailMs);
    };
    timer = setTimeout(ask, tailMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [listKey, after, isSettled]);

  return {
    rows: held ?? rows,
    /** How many are held back; undefined while it runs. */
    paused: held && countNewer(held, rows),
    pause: (pause: boolean) => setHeld(pause ? rows : undefined),
    more: () => {
      if (!held && history.hasNextPage && !history.isFetchingNextPage) void history.fetchNextPage();
    },
    isLoading: history.isPending,
    error: history.error,
    retry: () => void history.refetch(),
  };
}
