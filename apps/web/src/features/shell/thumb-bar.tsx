"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { cx } from "@/components/cx";
import { Menu } from "@/components/menu";
import { isAt, places, thumbPlaces } from "./places";

/** The rail of a phone: at the thumb, with the rest behind one button. */
export function ThumbBar() {
  const t = useTranslations("rail");
  const pathname = usePathname();
  const near = places.filter(({ id }) => thumbPlaces.includes(id));
  const far = places.filter(({ id }) => !thumbPlaces.includes(id));
  const isFar = far.some((place) => isAt(pathname, place));
  return (
    <nav
      aria-label={t("label")}
      className="grid grid-cols-5 border-line border-t bg-chrome pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {near.map((place) => {
        const isHere = isAt(pathname, place);
        return (
          <Link
            key={place.id}
            href={place.href}
            aria-current={isHere ? "page" : undefined}
            className={cx(itemClasses, isHere ? "font-title text-ink" : "text-ink-2")}
          >
            <place.Icon aria-hidden="true" size={20} strokeWidth={1.5} />
            {t(place.id)}
          </Link>
        );
      })}
      <Menu
        label={t("more")}
        placement="top end"
        trigger={
          <Button className={cx(itemClasses, isFar ? "font-title text-ink" : "text-ink-2")}>
            <Ellipsis aria-hidden="true" size={20} strokeWidth={1.5} />
            {t("more")}
          </Button>
        }
        groups={[far.map(({ id, href, Icon }) => ({ id, label: t(id), href, Icon }))]}
      />
    </nav>
  );
}

const itemClasses = "-outline-offset-2 flex h-14 flex-col items-center justify-center gap-0.5 text-12";
