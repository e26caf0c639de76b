"use client";

import { ArrowLeftRight, EvCharger, MapPin, Nfc, PlugZap } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDated } from "@/components/use-dated";
import type { Found } from "@/server/search/find";
import { addresses } from "../addresses";
import type { MessageRow } from "../messages/message-view";
import type { Entry, Group } from "./entries";
import { type Place, rememberPlace } from "./recent";

/** Goes to a place, and remembers that one went there. */
export function useGo(onDone: () => void) {
  const router = useRouter();
  return (place: Place) => () => {
    rememberPlace(place);
    router.push(place.href);
    onDone();
  };
}

/** What was found, by what it is. */
export function usePlaces(
  found: Found | undefined,
  frames: readonly MessageRow[],
  go: ReturnType<typeof useGo>,
): Group[] {
  const t = useTranslations("palette");
  const rail = useTranslations("rail");
  const dated = useDated();
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
          note:
            [name, site && name?.includes(site) ? undefined : site, connected ? undefined : t("offline")]
              .filter(Boolean)
              .join(" · ") || undefined,
        }),
      ),
    },
    {
      id: "sites",
      title: t("group.sites"),
      entries: found.sites.map(({ id, name, address, stations }) =>
        entry(`site ${id}`, MapPin, {
          href: addresses.site(id),
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
          note: isOpen ? t("runs") : startedAt ? dated(startedAt) : undefined,
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
          note: [station, dated(at, "seconds")].join(" · "),
        }),
      ),
    },
  ];
}
