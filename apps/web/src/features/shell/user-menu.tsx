"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Drop } from "@/components/drop";
import { latePart } from "@/components/late-part";

/** Who is here. */
export interface Person {
  name: string;
  email: string;
  /** In words: "Operator". */
  role: string;
}

/** Who is here, how they like it to look, and the way out. */
export function UserMenu({ person, onSignOut }: { person: Person; onSignOut: () => void }) {
  const t = useTranslations("user");
  return (
    <Drop
      label={t("menu", { name: person.name })}
      button={initials(person.name)}
      buttonClassName="flex size-7 shrink-0 items-center justify-center rounded-pill bg-selected font-value text-12 hover:bg-well max-md:size-9"
      className="fixed inset-auto top-11 right-3 m-0 w-80 max-w-[calc(100vw-24px)]"
    >
      <div className="border-line border-b px-4 py-3">
        <p className="font-value">{person.name}</p>
        <p className="text-12 text-ink-2">{person.email}</p>
        <p className="text-12 text-ink-3">{person.role}</p>
      </div>
      <div className="border-line border-b px-4 py-3">
        <LookChoices />
      </div>
      <div className="p-2">
        <Button look="bare" Icon={LogOut} onPress={onSignOut} className="w-full justify-start!">
          {t("signOut")}
        </Button>
      </div>
    </Drop>
  );
}

/** Comes after the page, with as much room as it will take: it is behind a button. */
const LookChoices = latePart(
  () => import("../preferences/look-choices").then(({ LookChoices }) => LookChoices),
  () => <div className="h-32" />,
);

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase())
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join("");
