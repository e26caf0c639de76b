"use client";

import { Contrast, Keyboard, Languages, LogOut, Rows3, Smartphone, Timer, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { addresses } from "../addresses";
import { ownName } from "../preferences/look-choices";
import { clocks, densities, themes } from "../preferences/preferences";
import { wear } from "../preferences/theme-switch";
import { useChoices } from "../preferences/use-choice";
import { places } from "../shell/places";
import { signOut } from "../sign-in/session";
import type { Entry } from "./entries";

/** What is always there: the places of the rail, and what a person may choose for themselves. */
export function useStanding({ onKeys, onDone }: { onKeys: () => void; onDone: () => void }): {
  pages: Entry[];
  choices: Entry[];
} {
  const t = useTranslations("palette");
  const rail = useTranslations("rail");
  const user = useTranslations("user");
  const theme = useTranslations("theme");
  const preferences = useTranslations("preferences");
  const keys = useTranslations("keys");
  const settings = useTranslations("settings");
  const field = useTranslations("field");
  const router = useRouter();
  const { choices, choose } = useChoices();
  const go = (href: string) => () => {
    router.push(href);
    onDone();
  };
  const done = (act: () => void) => () => {
    act();
    onDone();
  };

  return {
    pages: [
      ...places.map(({ id, href, Icon }) => ({
        id: `to ${id}`,
        label: rail(id),
        Icon,
        words: t("pageWords"),
        run: go(href),
      })),
      { id: "to faults", label: t("faults"), Icon: TriangleAlert, words: t("pageWords"), run: go(addresses.faults) },
      { id: "to field", label: field("title"), Icon: Smartphone, words: t("fieldWords"), run: go(addresses.field) },
      {
        id: "to preferences",
        label: settings("preferences"),
        Icon: Contrast,
        words: rail("settings"),
        run: go(addresses.preferences),
      },
      {
        id: "to api-keys",
        label: settings("apiKeys"),
        Icon: Keyboard,
        words: rail("settings"),
        run: go(addresses.apiKeys),
      },
      {
        id: "to webhooks",
        label: settings("webhooks"),
        Icon: Keyboard,
        words: rail("settings"),
        run: go(addresses.webhooks),
      },
    ],
    choices: [
      { id: "keys", label: keys("title"), Icon: Keyboard, words: t("helpWords"), run: onKeys },
      ...themes.map((id) => ({
        id: `theme ${id}`,
        label: `${preferences("look")}: ${theme(id)}`,
        Icon: Contrast,
        words: t("themeWords"),
        run: done(() => {
          wear(id);
          choose("theme", id);
        }),
      })),
      ...densities.map((id) => ({
        id: `density ${id}`,
        label: `${preferences("density")}: ${preferences(`densities.${id}`)}`,
        Icon: Rows3,
        words: t("densityWords"),
        run: done(() => choose("density", id)),
      })),
      ...clocks.map((id) => ({
        id: `clock ${id}`,
        label: `${preferences("clock")}: ${preferences(`clocks.${id}`)}`,
        Icon: Timer,
        words: t("clockWords"),
        run: done(() => choose("clock", id)),
      })),
      ...choices.languages.map((id) => ({
        id: `language ${id}`,
        label: `${preferences("language")}: ${ownName(id)}`,
        Icon: Languages,
        words: t("languageWords"),
        run: done(() => choose("language", id)),
      })),
      { id: "sign out", label: user("signOut"), Icon: LogOut, run: () => void signOut() },
    ],
  };
}
