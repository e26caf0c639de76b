"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowLeftRight, Clock, EvCharger, MapPin, Nfc, PlugZap } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { useTRPC } from "@/live/trpc";
import type { Found } from "@/server/search/find";
import { addresses } from "../addresses";
import type { MessageRow } from "../messages/message-view";
import { useMay } from "../person/may";
import { type Entry, type Group, matching } from "./entries";
import { parseAsk } from "./parse-ask";
import { recentPlaces, rememberPlace } from "./recent";
import { type Act, useActs } from "./use-acts";
import { useAskWords } from "./use-ask-words";
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
  const ask = parseAsk(text, useAskWords());
  const sought = useDeferredValue(ask.rest);
  const { data, isError, isPlaceholderData } = useQuery({
    ...trpc.search.find.queryOptions({ text: sought.slice(0, 100) }),
    enabled: sought !== "",
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const found = ask.rest === "" ? undefined : data;
  const mayRead = useMay("messages.view");
  const { data: conversation } = useQuery({
    ...trpc.messages.list.queryOptions({ messageId: sought, limit: 3 }),
    enabled: mayRead && isMessageId(sought),
    staleTime: 5_000,
  });
  const here = useStationHere();
  const [first] = found?.stations ?? [];
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
  const isFound = sought === ask.rest && (ask.rest === "" || isError || (data !== undefined && !isPlaceholderData));
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

  const groups: Group[] = ask.verb
    ? [
        { id: "acts", title: t("group.acts"), entries: [...possibleFirst(acts), ...others] },
        { id: "standing", title: t("group.pages"), entries: matching([...standing.pages, ...standing.choices], text) },
      ]
    : text.trim() === ""
      ? [
          { id: "acts", title: t("group.here", { station: here ?? "" }), entries: possibleFirst(acts) },
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
            entries: possibleFirst(acts.filter(({ isWaitedFor }) => !isWaitedFor)),
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

function useGo(onDone: () => void) {
  const router = useRouter();
  return (place: { href: string; label: string; note?: string }) => () => {
    rememberPlace(place);
    router.push(place.href);
    onDone();
  };
}

/** Like "19223201" or a UUID: what a call and its answer share. Shorter ones are the numbers of something else. */
const isMessageId = (text: string) => /^(?=.*\d)[\w-]{6,64}$/.test(text);

function usePlaces(found: Found | undefined, frames: readonly MessageRow[], go: ReturnType<typeof useGo>): Group[] {
  const t = useTranslations("palette");
  const rail = useTranslations("rail");
  const format = useFormatter();
  if (!found) return [];
  const entry = (id: string, Icon: Entry["Icon"], place: Parameters<typeof go>[0]): Entry => ({
    id,
    Icon,
    label: place.label,
    note: place.note,
    run: go(place),
  });
  return [
    {
      id: "stations",
      title: rail("stations"),
      entries: found.stations.map(({ identity, name, site, connected }) =>
        entry(`station ${identity}`, EvCharger, {
          href: addresses.station(identity),
          label: identity,
          note: [name, site, connected ? undefined : t("offline")].filter(Boolean).join(" · ") || undefined,
        }),
      ),
    },
    {
      id: "sites",
      title: t("group.sites"),
      entries: found.sites.map(({ id, name, address, stations }) =>
        entry(`site ${id}`, MapPin, {
          href: addresses.stationsOfSite(name),
          label: name,
          note: [address, t("stations", { count: stations })].filter(Boolean).join(" · "),
        }),
      ),
    },
    {
      id: "sessions",
      title: rail("sessions"),
      entries: found.sessions.map(({ id, identity, startedAt, isOpen }) =>
        entry(`session ${id}`, PlugZap, {
          href: addresses.session(String(id)),
          label: t("session", { id: String(id), station: identity }),
          note: isOpen ? t("runs") : startedAt ? format.dateTime(startedAt, "dayMinutes") : undefined,
        }),
      ),
    },
    {
      id: "tokens",
      title: rail("tokens"),
      entries: found.tokens.map(({ id, value, note }) =>
        entry(`token ${id}`, Nfc, { href: addresses.token(String(id)), label: value, note: note ?? undefined }),
      ),
    },
    {
      id: "messages",
      title: rail("messages"),
      entries: frames.map(({ id, action, station, at }) =>
        entry(`frame ${id}`, ArrowLeftRight, {
          href: addresses.message(id),
          label: action ?? t("noAction"),
          note: [station, format.dateTime(at, "daySeconds")].join(" · "),
        }),
      ),
    },
  ];
}
