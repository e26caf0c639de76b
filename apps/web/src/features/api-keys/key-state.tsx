"use client";

import { useTranslations } from "next-intl";
import { useClock } from "@/components/clock";
import { Glyph } from "@/components/glyph";
import { type KeyRow, keyState } from "./key-view";

/** Whether a key opens anything now, in a word. */
export function KeyState({ apiKey }: { apiKey: KeyRow }) {
  const t = useTranslations("apiKeys");
  const state = useClock((now) => keyState(apiKey, now));
  if (state === "valid") return <span className="text-ink-2">{t("state.valid")}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle font-value">
      <Glyph name={state === "expired" ? "expired" : "out-of-service"} />
      {t(`state.${state}`)}
    </span>
  );
}
