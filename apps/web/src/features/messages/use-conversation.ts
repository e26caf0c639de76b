"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { nextPage } from "@/live/next-page";
import { useTRPC } from "@/live/trpc";
import { countNewer, withNewer } from "./conversation";
import type { messageQuery } from "./message-search";
import type { MessageRow } from "./message-view";
import { useTail } from "./use-tail";

/** So many rows of a running conversation are kept at hand; older ones are read again when they are scrolled to. */
const most = { live: 3_000, kept: 1_500, held: 100_000 };

interface Tail {
  of: string;
  rows: readonly MessageRow[];
  /** The message from which on older ones are to be read again; none while they are all here. */
  base?: string;
}

/** A conversation that goes on by itself. Held, it stands still, and counts what it holds back. */
export function useConversation(query: ReturnType<typeof messageQuery>) {
  const trpc = useTRPC();
  const of = JSON.stringify(query);
  const [kept, setKept] = useState<Tail>({ of, rows: [] });
  const tail: Tail = kept.of === of ? kept : { of, rows: [] };
  const [wanted, setWanted] = useState<string>();
  const { base } = tail;
  const history = useInfiniteQuery({
    ...trpc.messages.list.infiniteQueryOptions({ ...query, before: base }, nextPage),
    placeholderData: base === undefined ? keepPreviousData : undefined,
    enabled: base === undefined || base === wanted,
  });
  const [held, setHeld] = useState<{ of: string; rows: readonly MessageRow[]; by: "pause" | "reading" }>();
  const holding = held?.of === of ? held : undefined;

  const rows = useMemo(() => {
    const older = history.data?.pages.flatMap((page) => page.rows) ?? [];
    return base === undefined ? withNewer(older, tail.rows) : [...tail.rows, ...older];
  }, [tail.rows, history.data, base]);
  const isSettled = base !== undefined || (history.isSuccess && !history.isPlaceholderData);
  useTail({ query, rows, isSettled, onEmpty: history.refetch, onNewer: keep });

  function keep(latest: readonly MessageRow[]) {
    setKept((before) => {
      const own = before.of === of ? before : { of, rows: [] };
      // What the pages of history hold already is not kept twice; what changed since is.
      const known = new Set(history.data?.pages.flatMap((page) => page.rows));
      const next = latest.filter((row) => !known.has(row));
      if (next.length <= (holding ? most.held : most.live)) return { ...own, rows: next };
      const shortened = latest.slice(0, holding ? most.held : most.kept);
      return { of, rows: shortened, base: shortened.at(-1)?.id };
    });
  }

  const lastPage = history.data?.pages.at(-1);
  return {
    rows: holding?.rows ?? rows,
    /** How many are held back by a pause; undefined while it runs. */
    paused: holding?.by === "pause" ? countNewer(holding.rows, rows) : undefined,
    /** How many came while somebody was reading. */
    fresh: holding?.by === "reading" ? countNewer(holding.rows, rows) : 0,
    pause: (pause: boolean) => setHeld(pause ? { of, rows: holding?.rows ?? rows, by: "pause" } : undefined),
    /** Whoever reads a row wants it to stay where it is. */
    read: (isReading: boolean) =>
      setHeld((before) => {
        const own = before?.of === of ? before : undefined;
        if (own?.by === "pause") return own;
        return isReading ? (own ?? { of, rows, by: "reading" }) : undefined;
      }),
    more: () => {
      if (holding?.by === "pause") return;
      if (base !== undefined && base !== wanted) setWanted(base);
      else if (history.hasNextPage && !history.isFetchingNextPage && !lastPage?.reached) void history.fetchNextPage();
    },
    /** The search took its time and came so far; nothing is asked further unless somebody wants it. */
    reached: history.hasNextPage ? lastPage?.reached : undefined,
    searchOn: () => void history.fetchNextPage(),
    isSearching: history.isFetchingNextPage,
    /** Nothing before this was asked for. */
    since: history.data?.pages[0]?.since,
    isLoading: history.isPending && base === undefined,
    error: history.error,
    retry: () => void history.refetch(),
  };
}
