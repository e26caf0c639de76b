"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Segments } from "@/components/segments";
import { type Theme, themes } from "./preferences";
import { remember } from "./remember";

const icons = { system: Monitor, light: Sun, dark: Moon } as const satisfies Record<Theme, unknown>;

/** Light, dark, or what the system says; changes at once and is remembered. */
export function ThemeSwitch({ chosen }: { chosen: Theme }) {
  const t = useTranslations("theme");
  const [theme, setTheme] = useState(chosen);

  function choose(next: Theme) {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    remember("theme", next);
  }

  return (
    <Segments
      label={t("label")}
      chosen={theme}
      onChoose={choose}
      options={themes.map((id) => ({ id, label: t(id), Icon: icons[id] }))}
    />
  );
}
