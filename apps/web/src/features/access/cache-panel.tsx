"use client";

import { Eraser } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { SectionTitle } from "@/components/section-title";

/** What a station remembers of our answers: nobody can ask, so it can only be made to forget. */
export function CachePanel({ blocked, onClear }: { blocked: string | undefined; onClear: () => void }) {
  const t = useTranslations("access");
  return (
    <section aria-labelledby="cache">
      <SectionTitle
        id="cache"
        aside={
          <Button Icon={Eraser} isDisabled={blocked !== undefined} onPress={onClear}>
            {blocked ? `${t("clear")}, ${blocked}` : t("clear")}
          </Button>
        }
      >
        {t("cache")}
      </SectionTitle>
      <p className="max-w-prose py-2 text-ink-2">{t("cacheHelp")}</p>
    </section>
  );
}
