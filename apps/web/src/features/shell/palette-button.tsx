"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";

/** The way to everything, for those who do not know its key yet. */
export function PaletteButton({ onPress }: { onPress: () => void }) {
  const t = useTranslations("palette");
  return (
    <Button
      Icon={Search}
      shortcut="palette"
      onPress={onPress}
      className="font-regular! text-ink-2! max-md:w-10 max-md:px-0!"
    >
      <span className="max-md:sr-only">{t("button")}</span>
    </Button>
  );
}
