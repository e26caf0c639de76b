"use client";

import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import type { WebhookRow } from "./webhook-view";

/** Whether a webhook hears anything now, and since when not. */
export function WebhookState({ webhook: { enabled, off, failingSince } }: { webhook: WebhookRow }) {
  const t = useTranslations("webhooks");
  if (!enabled) {
    return (
      <span className="inline-flex items-center gap-1.5 align-middle font-value">
        <Glyph name={off === "by-hand" ? "out-of-service" : "failed"} />
        {t(`off.${off ?? "by-hand"}`)}
      </span>
    );
  }
  if (!failingSince) return <span className="text-ink-2">{t("listening")}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 align-middle font-value text-attn-ink">
      <Glyph name="attention" />
      <span>{t.rich("failing", { age: () => <RelativeTime at={failingSince} /> })}</span>
    </span>
  );
}
