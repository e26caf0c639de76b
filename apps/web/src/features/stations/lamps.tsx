"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useClock } from "@/components/clock";
import { cx } from "@/components/cx";
import { Glyph, type GlyphName } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import type { StreamState } from "../live/stream-state";
import { silence } from "./silence";
import type { StationDetail } from "./station-view";

/** Is it the station, the site's net, or us? Three lamps, quiet when well. */
export function Lamps({ station, stream }: { station: StationDetail; stream: StreamState }) {
  const t = useTranslations("lamps");
  return (
    <ul aria-label={t("title")} className="flex flex-wrap gap-x-8 gap-y-1 text-12 max-md:gap-x-4">
      <Lamp mark={stream.is === "live" ? "lamp-on" : "attention"} name={t("stream")}>
        {stream.is === "offline"
          ? t("streamOffline")
          : t.rich("streamAge", { state: t(`is.${stream.is}`), age: () => <RelativeTime at={stream.lastAt} /> })}
      </Lamp>
      {station.siteSeen && (
        <Lamp mark={siteLamp(station.siteSeen)} name={t("site")}>
          {t("siteSeen", station.siteSeen)}
        </Lamp>
      )}
      <StationLamp station={station} />
    </ul>
  );
}

function StationLamp({ station }: { station: StationDetail }) {
  const t = useTranslations("lamps");
  const { connected, lastSeenAt, heartbeatSeconds, reconnects24h, lastClose } = station;
  const state = useClock((now) => silence({ connected, lastSeenAt, heartbeatSeconds, now }));
  const mark = { fresh: "lamp-on", stale: "attention", offline: "lamp-off" } as const;
  return (
    <Lamp mark={mark[state]} name={t("station")}>
      {lastSeenAt ? t.rich("lastFrame", { age: () => <RelativeTime at={lastSeenAt} /> }) : t("never")}
      {connected
        ? t("reconnects", { count: reconnects24h })
        : lastClose && t("closed", { code: lastClose.code, reason: lastClose.reason ?? "" })}
    </Lamp>
  );
}

function Lamp({ mark, name, children }: { mark: GlyphName; name: string; children: ReactNode }) {
  const t = useTranslations("lamps");
  const label = { "lamp-on": t("well"), "lamp-off": t("off"), attention: t("look") } as const;
  return (
    <li className="flex gap-2">
      <Glyph name={mark} label={label[mark as keyof typeof label]} />
      <span>
        <span className="block font-value text-13">{name}</span>
        <span className={cx("block text-ink-2", mark === "lamp-on" && "max-md:sr-only")}>{children}</span>
      </span>
    </li>
  );
}

/** A whole site that is silent is not the fault of its stations. */
const siteLamp = ({ connected, all }: { connected: number; all: number }): GlyphName =>
  connected === 0 ? "lamp-off" : connected < all ? "attention" : "lamp-on";
