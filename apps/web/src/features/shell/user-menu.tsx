"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Button as LookedButton } from "@/components/button";
import { Popover } from "@/components/popover";
import type { Theme } from "../preferences/preferences";
import { ThemeSwitch } from "../preferences/theme-switch";

/** Who is here. */
export interface Person {
  name: string;
  email: string;
  /** In words: "Operator". */
  role: string;
}

/** Who is here, how they like it to look, and the way out. */
export function UserMenu({ person, theme, onSignOut }: { person: Person; theme: Theme; onSignOut: () => void }) {
  const t = useTranslations("user");
  return (
    <DialogTrigger>
      <Button
        aria-label={t("menu", { name: person.name })}
        className="flex size-7 shrink-0 items-center justify-center rounded-pill bg-selected font-value text-12 hover:bg-well max-md:size-9"
      >
        {initials(person.name)}
      </Button>
      <Popover placement="bottom end">
        <Dialog aria-label={t("menu", { name: person.name })} className="w-64 outline-none">
          <div className="border-line border-b px-4 py-3">
            <p className="font-value">{person.name}</p>
            <p className="text-12 text-ink-2">{person.email}</p>
            <p className="text-12 text-ink-3">{person.role}</p>
          </div>
          <div className="flex items-center justify-between border-line border-b px-4 py-3">
            <span className="text-ink-2">{t("look")}</span>
            <ThemeSwitch chosen={theme} />
          </div>
          <div className="p-2">
            <LookedButton look="bare" Icon={LogOut} onPress={onSignOut} className="w-full justify-start!">
              {t("signOut")}
            </LookedButton>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase())
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join("");
