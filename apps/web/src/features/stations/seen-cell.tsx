"use client";

import { useTranslations } from "next-intl";
import { useClock } from "@/components/clock";
import { Glyph } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import { silence } from "./silence";

/** How long ago a station spoke, and what that means. */
export function SeenCell({
  connected,
  lastSeenAt,
  heartbeatSeconds,
}: {
  connected: boolean;
  lastSeenAt?: Date;
  heartbeatSeconds: number;
}) {
  const t = useTranslations("station");
  const state = useClock((now) => silence({ connected, lastSeenAt, heartbeatSeconds, now }));
  if (!lastSeenAt) return <span className="text-ink-3">{t("never")}</span>;
  const age = <RelativeTime at={lastSeenAt} />;
  if (state === "fresh") return <span className="text-ink-2">{age}</span>;
  if (state === "stale") return <span className="font-value">{t.rich("stale", { age: () => age })}</span>;
  return (
    <span className="inline-flex items-center justify-end align-middle gap-1.5">
      <Glyph name="offline" label={t("offline")} />
      {age}
    </span>
  );
}
