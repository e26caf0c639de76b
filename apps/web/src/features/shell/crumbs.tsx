"use client";

import { ChevronRight } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { NearLink } from "@/components/near-link";
import { isAt, type Place, places } from "./places";

/** Where one is, out of the address alone, so that it stands before any data has come. */
export function Crumbs() {
  const t = useTranslations("rail");
  const pathname = usePathname();
  const place = places.find((one) => isAt(pathname, one));
  if (!place) return <span />;
  const { one, href, isBelow } = within(place, pathname);
  return (
    <nav aria-label={t("crumbs")} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-2">
        <li className="min-w-0 truncate">
          {isBelow ? (
            <NearLink href={href} className="text-ink-2 hover:text-ink">
              {t(place.id)}
            </NearLink>
          ) : (
            <span aria-current="page" className="font-title">
              {t(place.id)}
            </span>
          )}
        </li>
        {one && (
          <li className="flex min-w-0 items-center gap-2">
            <ChevronRight aria-hidden="true" size={14} className="shrink-0 text-ink-3" />
            <span aria-current="page" className="mono truncate font-title">
              {decodeURIComponent(one)}
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}

/** Pages below a place that are no thing of it: their title says what they are, in the person's own language. */
const titled: Partial<Record<Place["id"], readonly string[]>> = {
  stations: ["new"],
  campaigns: ["new"],
  config: ["compare", "plan"],
  tokens: ["lists"],
  reports: ["uptime", "sessions"],
};

/** What of a place one is at, and where it is left to. The settings have lists of their own, which say what they are. */
function within({ id, href }: Place, pathname: string): { one?: string; href: string; isBelow: boolean } {
  const [, , second, third] = pathname.split("/");
  if (id === "settings")
    return third ? { one: second, href: `${href}/${second}`, isBelow: true } : { href, isBelow: false };
  if (second === undefined) return { href, isBelow: false };
  return { one: titled[id]?.includes(second) ? undefined : second, href, isBelow: true };
}
