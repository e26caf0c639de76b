"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { alone, useTRPC } from "@/live/trpc";
import type { Found } from "@/server/search/find";
import { type Ask, parseAsk } from "./parse-ask";
import { useAskWords } from "./use-ask-words";

/** What was typed, read, and what is called so; while a verb is being typed, what it begins to say. */
export function useFound(text: string): { ask: Ask; found: Found | undefined; isFound: boolean } {
  const words = useAskWords();
  const whole = parseAsk(text, words);
  const begun = whole.verb ? undefined : parseAsk(text, words, { mayBeBegun: true });
  const called = useSearch(whole.rest);
  // "CS-0412 res" is a name until nothing is called so.
  const isBegun = begun?.verb !== undefined && called.isFound && isNothing(called.found);
  const meant = useSearch(isBegun ? begun.rest : "");
  return isBegun ? { ask: begun, ...meant } : { ask: whole, ...called };
}

function useSearch(rest: string) {
  const trpc = useTRPC();
  const sought = useDeferredValue(rest);
  const { data, isError, isPlaceholderData } = useQuery({
    ...trpc.search.find.queryOptions({ text: sought.slice(0, 100) }, alone),
    enabled: sought !== "",
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return {
    found: rest === "" ? undefined : data,
    isFound: sought === rest && (rest === "" || isError || (data !== undefined && !isPlaceholderData)),
  };
}

const isNothing = (found: Found | undefined) =>
  found !== undefined && Object.values(found).every((each) => each.length === 0);
