"use client";

import { Ellipsis } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "@/components/cx";
import { Drop } from "@/components/drop";
import { NearLink } from "@/components/near-link";
import { useMay } from "../person/may";
import { isAt, phonePlaces } from "./places";

/** The rail of a phone: at the thumb, with the rest behind one button. */
export function ThumbBar() {
  const t = useTranslations("rail");
  const pathname = usePathname();
  const { near, far } = phonePlaces({ mayCommand: useMay("commands.send") });
  const isFar = far.some((place) => isAt(pathname, place));
  return (
    <nav
      aria-label={t("label")}
      className="grid grid-cols-5 border-line border-t bg-chrome pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {near.map((place) => {
        const isHere = isAt(pathname, place);
        return (
          <NearLink
            key={place.id}
            href={place.href}
            aria-current={isHere ? "page" : undefined}
            className={cx(itemClasses, isHere ? "font-title text-ink" : "text-ink-2")}
          >
            <place.Icon aria-hidden="true" size={20} strokeWidth={1.5} />
            {t(place.id)}
          </NearLink>
        );
      })}
      <Drop
        label={t("more")}
        closesOn={pathname}
        button={
          <>
            <Ellipsis aria-hidden="true" size={20} strokeWidth={1.5} />
            {t("more")}
          </>
        }
        buttonClassName={cx(itemClasses, isFar ? "font-title text-ink" : "text-ink-2")}
        className="fixed inset-auto right-2 bottom-16 m-0 min-w-48 p-1"
      >
        {far.map(({ id, href, Icon }) => (
          <NearLink
            key={id}
            href={href}
            className="flex min-h-10 items-center gap-2 rounded-1 px-2 text-13 hover:bg-hover"
          >
            <Icon aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-ink-2" />
            {t(id)}
          </NearLink>
        ))}
      </Drop>
    </nav>
  );
}

const itemClasses = "-outline-offset-2 flex h-14 flex-col items-center justify-center gap-0.5 text-12";
