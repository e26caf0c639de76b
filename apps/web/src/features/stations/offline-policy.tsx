"use client";

import { useTranslations } from "next-intl";
import { Glyph } from "@/components/glyph";
import { Segments } from "@/components/segments";
import { Select } from "@/components/select";
import type { OfflinePolicy } from "../commands/use-commands";

/** How long a command may wait for a station, in seconds. */
export const waits = { "600": 600, "3600": 3_600, "28800": 28_800, "86400": 86_400 } as const;
type Wait = keyof typeof waits;

/** Says out loud what becomes of a command for a station that is away: nobody should have to guess. */
export function OfflinePolicyChoice({
  policy,
  onChoose,
}: {
  policy: OfflinePolicy;
  onChoose: (policy: OfflinePolicy) => void;
}) {
  const t = useTranslations("offlinePolicy");
  const names = Object.keys(waits) as Wait[]; // keys of a constant object
  const wait = names.find((name) => policy.ifOffline === "queue" && waits[name] === policy.expiresInSeconds) ?? "600";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Glyph name="offline" />
      <span className="text-ink-2">{t("title")}</span>
      <Segments
        label={t("title")}
        chosen={policy.ifOffline}
        onChoose={(ifOffline) =>
          onChoose(ifOffline === "refuse" ? { ifOffline } : { ifOffline, expiresInSeconds: waits[wait] })
        }
        options={[
          { id: "refuse", label: t("refuse") },
          { id: "queue", label: t("queue") },
        ]}
      />
      {policy.ifOffline === "queue" && (
        <Select
          label={t("for")}
          isLabelHidden
          options={names.map((id) => ({ id, label: t(`wait.${id}`) }))}
          chosen={wait}
          onChoose={(id) => onChoose({ ifOffline: "queue", expiresInSeconds: waits[id] })}
        />
      )}
    </div>
  );
}
