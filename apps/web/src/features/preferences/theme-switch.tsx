"use client";

import { Contrast, Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Segments } from "@/components/segments";
import { type Theme, themes } from "./preferences";
import { remember } from "./remember";

const icons = { system: Monitor, light: Sun, dark: Moon, sunlight: Contrast } as const satisfies Record<Theme, unknown>;

/** Light, dark, for bright sunlight, or what the system says; changes at once and is remembered. */
export function ThemeSwitch({ chosen }: { chosen: Theme }) {
  const t = useTranslations("theme");
  const [theme, setTheme] = useState(chosen);
  return (
    <Segments
      label={t("label")}
      chosen={theme}
      onChoose={(next) => {
        setTheme(next);
        wear(next);
      }}
      options={themes.map((id) => ({ id, label: t(id), Icon: icons[id] }))}
    />
  );
}

/** Puts a theme on at once, and on every page to come. */
export function wear(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  remember("theme", theme);
}
