"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { cx } from "@/components/cx";
import { IconButton } from "@/components/icon-button";
import { NearLink } from "@/components/near-link";
import type { RailWidth } from "../preferences/preferences";
import { remember } from "../preferences/remember";
import { PinnedViews } from "../views/pinned-views";
import { Mark } from "./mark";
import { isAt, type Place, places } from "./places";

/** Numbers worth seeing from everywhere, and whether one of them needs a person. */
export type RailCounts = Partial<Record<Place["id"], { count?: number; alarm?: "fault" | "attn" }>>;

/** The way to every place; as narrow as its marks, or with words. Remembers which. */
export function Rail({ chosen, counts = {} }: { chosen: RailWidth; counts?: RailCounts }) {
  const t = useTranslations("rail");
  const [width, setWidth] = useState(chosen);
  const isOpen = width === "open";

  function turn() {
    const next = isOpen ? "closed" : "open";
    setWidth(next);
    remember("rail", next);
  }

  return (
    <nav
      aria-label={t("label")}
      className={cx(
        "row-span-3 flex flex-col border-line border-r bg-chrome max-md:hidden print:hidden",
        isOpen ? "w-52" : "w-(--rail)",
      )}
    >
      <NearLink
        href="/"
        aria-label={t("home")}
        className="-outline-offset-2 flex h-(--top) shrink-0 items-center gap-2.5 border-line border-b px-4 font-title text-14"
      >
        <Mark />
        {isOpen && t("name")}
      </NearLink>
      <ul className="flex flex-1 flex-col gap-0.5 p-2">
        {places.map((place) => (
          <RailItem key={place.id} place={place} isOpen={isOpen} {...counts[place.id]} />
        ))}
      </ul>
      <PinnedViews isOpen={isOpen} />
      <div className={cx("flex p-2", isOpen ? "justify-end" : "justify-center")}>
        <IconButton
          Icon={isOpen ? PanelLeftClose : PanelLeftOpen}
          label={t(isOpen ? "close" : "open")}
          aria-expanded={isOpen}
          onPress={turn}
        />
      </div>
    </nav>
  );
}

function RailItem({
  place,
  isOpen,
  count,
  alarm,
}: {
  place: Place;
  isOpen: boolean;
  count?: number;
  alarm?: "fault" | "attn";
}) {
  const t = useTranslations("rail");
  const format = useFormatter();
  const isHere = isAt(usePathname(), place);
  const name = t(place.id);
  return (
    <li className={place.isAtFoot ? "mt-auto" : undefined}>
      <NearLink
        href={place.href}
        aria-current={isHere ? "page" : undefined}
        aria-label={isOpen ? undefined : name}
        title={isOpen ? undefined : name}
        className={cx(
          "relative flex h-8 items-center gap-2.5 rounded-1 px-3 text-13",
          !isOpen && "justify-center px-0",
          isHere ? "bg-selected font-title text-ink" : "font-nav text-ink-2 hover:bg-hover hover:text-ink",
        )}
      >
        <place.Icon aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0" />
        {isOpen && <span className="flex-1 truncate">{name}</span>}
        {isOpen && count !== undefined && (
          <span className="font-regular text-12 text-ink-3">{format.number(count)}</span>
        )}
        {alarm && (
          <span
            className={cx(
              "size-1.5 rounded-pill",
              alarm === "fault" ? "bg-fault" : "rotate-45 rounded-none bg-attn",
              !isOpen && "absolute top-1.5 right-1.5",
            )}
          >
            <span className="sr-only">{t(alarm === "fault" ? "hasFault" : "hasAttention")}</span>
          </span>
        )}
      </NearLink>
    </li>
  );
}
