"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/icon-button";
import { useKeys } from "@/components/keys/use-keys";
import { neighbours, steppingList } from "../keys/stepping";

/** On a page that a list led to: the ones before and after it in that list. */
export function Stepper() {
  const t = useTranslations("shell");
  const router = useRouter();
  const pathname = usePathname();
  const [around, setAround] = useState<ReturnType<typeof neighbours>>();
  // The list is remembered as it is left, after this page was first drawn.
  useEffect(() => setAround(neighbours(pathname, steppingList())), [pathname]);
  const to = (href: string | undefined) => (href === undefined ? undefined : () => router.push(href));
  const [back, forth] = [to(around?.previous), to(around?.next)];
  useKeys({ previous: back, next: forth });
  if (!around) return null;
  return (
    <span className="flex max-md:hidden">
      <IconButton Icon={ChevronLeft} label={t("previous")} shortcut="previous" isDisabled={!back} onPress={back} />
      <IconButton Icon={ChevronRight} label={t("next")} shortcut="next" isDisabled={!forth} onPress={forth} />
    </span>
  );
}
