"use client";

import { useTranslations } from "next-intl";
import { Switch } from "@/components/switch";
import { useChoices } from "./use-choice";

/** Turns the keys that are a letter or a sign off and on. */
export function KeySwitch() {
  const t = useTranslations("preferences");
  const { choices, choose } = useChoices();
  return (
    <Switch isSelected={choices.keys === "on"} onChange={(on) => choose("keys", on ? "on" : "off")}>
      {t("singleKeys")}
    </Switch>
  );
}
