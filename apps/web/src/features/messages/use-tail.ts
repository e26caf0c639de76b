"use client";

import { useEffect, useRef } from "react";
import { useTRPCClient } from "@/live/trpc";
import { microsOf, stateOf, withNewer } from "./conversation";
import type { messageQuery } from "./message-search";
import type { MessageRow } from "./message-view";

/** How long to wait: less while much is said, not at all while there is more than one answer holds. */
const waitMs = { quiet: 1_000, busy: 400 };
const isBusy = 20;

interface Tailing {
  query: ReturnType<typeof messageQuery>;
  /** All that is known, newest first. */
  rows: readonly MessageRow[];
  isSettled: boolean;
  /** There is nothing yet from which to go on. */
  onEmpty: () => Promise<unknown>;
  onNewer: (rows: readonly MessageRow[]) => void;
}

/** Asks for what was said since, for as long as the conversation is on the page. */
export function useTail(tailing: Tailing) {
  const client = useTRPCClient();
  const latest = useRef(tailing);
  useEffect(() => {
    latest.current = tailing;
  });
  const { isSettled, query } = tailing;
  const of = JSON.stringify(query);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` stands for the query.
  useEffect(() => {
    if (!isSettled) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** How far was read: beyond the newest that fits, where little does. */
    let upTo: string | undefined;
    const ask = async () => {
      const state = stateOf(latest.current.rows);
      let wait: number = waitMs.quiet;
      if (state === undefined) await latest.current.onEmpty();
      else if (!document.hidden) {
        const newer = await client.messages.tail
          .query({ ...query, ...state, after: later(state.after, upTo) })
          .catch(() => undefined);
        if (over) return;
        upTo = newer?.upTo ?? upTo;
        if (newer && newer.rows.length > 0) latest.current.onNewer(withNewer(latest.current.rows, newer.rows));
        if (newer?.isMore) wait = 0;
        else if (newer && newer.rows.length >= isBusy) wait = waitMs.busy;
      }
      if (!over) timer = setTimeout(ask, wait);
    };
    timer = setTimeout(ask, waitMs.quiet);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [of, isSettled]);
}

const later = (one: string, other: string | undefined) => (other && microsOf(other) > microsOf(one) ? other : one);
