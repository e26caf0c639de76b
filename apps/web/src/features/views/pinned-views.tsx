"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/cx";
import { NearLink } from "@/components/near-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import type { ViewPlace } from "./saved-view";

const paths: Record<ViewPlace, string> = { stations: addresses.stations };

/** The views that somebody pinned, under the places, each with how many match now. */
export function PinnedViews({ isOpen }: { isOpen: boolean }) {
  const t = useTranslations("views");
  const format = useFormatter();
  const trpc = useTRPC();
  const pathname = usePathname();
  const search = useSearchParams();
  const { data } = useQuery(trpc.views.pinned.queryOptions());
  if (!data || data.length === 0) return null;
  return (
    <ul aria-label={t("pinned")} className="flex flex-col gap-0.5 border-line border-t p-2">
      {data.map(({ id, place, name, search: kept, count }) => {
        const isHere = pathname === paths[place] && isWithin(kept, search);
        return (
          <li key={id}>
            <NearLink
              href={`${paths[place]}?${kept}`}
              aria-current={isHere ? "page" : undefined}
              aria-label={isOpen ? undefined : `${name} ${format.number(count)}`}
              title={isOpen ? undefined : name}
              className={cx(
                "flex h-7 items-center gap-2.5 rounded-1 px-3 text-13",
                !isOpen && "justify-center px-0",
                isHere ? "bg-selected font-title text-ink" : "text-ink-2 hover:bg-hover hover:text-ink",
              )}
            >
              {isOpen ? (
                <>
                  <Bookmark aria-hidden="true" size={14} strokeWidth={1.5} className="shrink-0" />
                  <span className="flex-1 truncate">{name}</span>
                </>
              ) : null}
              <span className="text-12 text-ink-3">{format.number(count)}</span>
            </NearLink>
          </li>
        );
      })}
    </ul>
  );
}

/** Whether the address says all that a view does; a row that is looked at besides changes nothing. */
const isWithin = (kept: string, search: URLSearchParams) =>
  ["q", "sort", "cols", "look"].every(
    (name) => (new URLSearchParams(kept).get(name) ?? "") === (search.get(name) ?? ""),
  );
