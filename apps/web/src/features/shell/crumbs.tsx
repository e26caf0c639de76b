"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { isAt, places } from "./places";

/** Where one is, out of the address alone, so that it stands before any data has come. */
export function Crumbs() {
  const t = useTranslations("rail");
  const pathname = usePathname();
  const place = places.find((one) => isAt(pathname, one));
  if (!place) return <span />;
  // The pages of the settings say what they are by themselves; the second part of the others is a name.
  const [, , one] = place.id === "settings" ? [] : pathname.split("/");
  return (
    <nav aria-label={t("crumbs")} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-2">
        <li className="min-w-0 truncate">
          {one ? (
            <Link href={place.href} className="text-ink-2 hover:text-ink">
              {t(place.id)}
            </Link>
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
