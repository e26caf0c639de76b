"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import { Pill } from "@/components/pill";
import { RelativeTime } from "@/components/relative-time";
import type { StreamState } from "./stream-state";

/** Says whether what is on the page is now. */
export function ConnectionPill({ state }: { state: StreamState }) {
  const t = useTranslations("pill");
  return (
    <span role="status" aria-label={t("label")} className="inline-flex">
      <Look state={state} />
    </span>
  );
}

function Look({ state }: { state: StreamState }) {
  const t = useTranslations("pill");
  const format = useFormatter();
  switch (state.is) {
    case "live":
      return <Pill mark={<span aria-hidden="true" className="size-2 rounded-pill bg-ink" />}>{t("live")}</Pill>;
    case "catching-up":
      return (
        <Pill mark={<Glyph name="proving" size={14} />} note={t("left", { count: state.left })}>
          {t("catchingUp")}
        </Pill>
      );
    case "delayed":
      return (
        <Pill look="attn" mark={<Glyph name="attention" size={14} />} note={<RelativeTime at={state.lastAt} />}>
          {t("delayed")}
        </Pill>
      );
    case "offline":
      return (
        <Pill look="silent" mark={<Glyph name="offline" size={14} />}>
          {state.lastAt ? t("offline", { time: format.dateTime(state.lastAt, "seconds") }) : t("neverLive")}
        </Pill>
      );
  }
}
