"use client";

import { useQuery } from "@tanstack/react-query";
import { Ban, Clock, EvCharger } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { alone, useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { useMay } from "../person/may";
import { type Entry, type Group, matching } from "./entries";
import { recentPlaces } from "./recent";
import { blockAsked } from "./token-block";
import { type Act, useActs } from "./use-acts";
import { useFound } from "./use-found";
import { useGo, usePlaces } from "./use-places";
import { useStanding } from "./use-standing";

/** What the palette offers for what was typed: what can be done first, then what was found, then what is always there. */
export function useGroups({
  text,
  onText,
  onDone,
  onKeys,
  send,
  start,
}: {
  text: string;
  /** Completes what was typed. */
  onText: (text: string) => void;
  onDone: () => void;
  onKeys: () => void;
} & Parameters<typeof useActs>[1]): { groups: Group[]; isSettled: boolean; lacksStation: boolean } {
  const t = useTranslations("palette");
  const trpc = useTRPC();
  const mayBlock = useMay("tokens.write");
  const toBlock = mayBlock
    ? blockAsked(
        text,
        t("blockWords")
          .split(",")
          .map((word) => word.trim()),
      )
    : undefined;
  const { ask, found, isFound } = useFound(toBlock ?? text);
  const [first] = found?.stations ?? [];
  const sought = useDeferredValue(ask.rest);
  const mayRead = useMay("messages.view");
  const { data: conversation } = useQuery({
    ...trpc.messages.list.queryOptions({ messageId: sought, limit: 3 }, alone),
    // The dearer question, asked when it is known that no station bears that name.
    enabled: mayRead && isFound && !first?.isExact && isMessageId(sought),
    staleTime: 5_000,
  });
  const here = useStationHere();
  const meant =
    ask.rest === ""
      ? here
      : first && (first.isExact || found?.stations.length === 1 || ask.verb)
        ? first.identity
        : undefined;
  const all = useActs(meant, { send, start });
  const acts = all.acts.filter(
    ({ verb, connector }) =>
      (!ask.verb || verb === ask.verb) && (!ask.connector || connector === undefined || connector === ask.connector),
  );
  const go = useGo(onDone);
  const standing = useStanding({ onKeys, onDone });
  const places = usePlaces(found, isMessageId(ask.rest) ? (conversation?.rows ?? []) : [], go);
  const others: Entry[] = ask.verb
    ? (found?.stations ?? [])
        .filter(({ identity }) => identity !== meant)
        .map(({ identity, site }) => ({
          id: `other ${identity}`,
          label: t(`verb.${ask.verb ?? "ask"}`, { station: identity }),
          note: site ?? undefined,
          Icon: EvCharger,
          run: () => onText(t(`verb.${ask.verb ?? "ask"}`, { station: identity })),
        }))
    : [];

  const blocks: Entry[] = (mayBlock ? (found?.tokens ?? []) : []).map(({ id, value, note }) => ({
    id: `block ${id}`,
    label: t("act.block", { token: value }),
    note: note ?? undefined,
    Icon: Ban,
    run: go({ href: addresses.blockToken(String(id)), label: value }),
  }));
  if (toBlock !== undefined) {
    const groups = [{ id: "acts", title: t("group.acts"), entries: blocks }];
    return { groups: groups.filter(({ entries }) => entries.length > 0), isSettled: isFound, lacksStation: false };
  }

  const groups: Group[] = ask.verb
    ? [
        { id: "acts", title: t("group.acts"), entries: [...possibleFirst(acts), ...others] },
        { id: "standing", title: t("group.pages"), entries: matching([...standing.pages, ...standing.choices], text) },
      ]
    : text.trim() === ""
      ? [
          { id: "acts", title: t("group.here", { station: here ?? "" }), entries: possible(acts) },
          {
            id: "recent",
            title: t("group.recent"),
            entries: recentPlaces().map((place) => ({
              ...place,
              id: `recent ${place.href}`,
              Icon: Clock,
              run: go(place),
            })),
          },
          { id: "pages", title: t("group.pages"), entries: standing.pages },
          { id: "choices", title: t("group.choices"), entries: standing.choices },
        ]
      : [
          { id: "waited", title: t("group.acts"), entries: acts.filter(({ isWaitedFor }) => isWaitedFor) },
          ...places,
          {
            id: "acts",
            title: t("group.acts"),
            entries: [...possible(acts.filter(({ isWaitedFor }) => !isWaitedFor)), ...blocks],
          },
          { id: "pages", title: t("group.pages"), entries: matching(standing.pages, text) },
          { id: "choices", title: t("group.choices"), entries: matching(standing.choices, text) },
        ];
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    isSettled: isFound && all.isKnown,
    lacksStation: ask.verb !== undefined && ask.rest === "",
  };
}

/** What can be done now; where nothing can, everything with its reason. */
function possible(acts: readonly Act[]) {
  const now = acts.filter(({ unavailable }) => unavailable === undefined);
  return now.length > 0 ? now : acts;
}

/** What cannot be done now stays, with its reason, after what can. */
const possibleFirst = (acts: readonly Act[]) =>
  acts.toSorted((one, other) => Number(one.unavailable !== undefined) - Number(other.unavailable !== undefined));

/** The station one looks at: its page, or the chosen row of the list. */
function useStationHere(): string | undefined {
  const [, place, identity] = usePathname().split("/");
  const chosen = useSearchParams().get("sel");
  if (place !== "stations") return undefined;
  return identity ? decodeURIComponent(identity) : (chosen ?? undefined);
}

/** Like "19223201" or a UUID: what a call and its answer share. Shorter ones are the numbers of something else. */
const isMessageId = (text: string) => /^(?=.*\d)[\w-]{6,64}$/.test(text);
