"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { TextLink } from "@/components/text-link";
import { addresses } from "../addresses";
import type { TokenUsage } from "./token-view";

/** Where a token charges now, and which stations may remember it. */
export function UsedNow({ usage }: { usage: TokenUsage | undefined }) {
  const t = useTranslations("tokenPage");
  return (
    <div className="flex flex-col gap-2 py-2">
      {usage?.running.length === 0 && <p className="text-ink-2">{t("nowhere")}</p>}
      <ul>
        {usage?.running.map(({ sessionId, station, place, startedAt, refused }) => (
          <li key={sessionId} className="flex flex-wrap items-baseline gap-x-3 py-0.5">
            <TextLink href={addresses.session(sessionId)} isMono>
              {place ? `${station} / ${place}` : station}
            </TextLink>
            {startedAt && (
              <span className="text-ink-2">{t.rich("since", { age: () => <RelativeTime at={startedAt} /> })}</span>
            )}
            {refused && <span className="text-attn-ink">{t("refused")}</span>}
          </li>
        ))}
      </ul>
      {usage && usage.stations.length > 0 && (
        <p className="text-12 text-ink-3">
          {t("remembered", { count: usage.stations.length })}{" "}
          {usage.stations.slice(0, 8).map(({ id, identity }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <TextLink href={addresses.stationAccess(identity)} isMono>
                {identity}
              </TextLink>
            </span>
          ))}
          {usage.stations.length > 8 && " …"}
        </p>
      )}
    </div>
  );
}
