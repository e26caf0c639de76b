"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { useClock } from "@/components/clock";
import { cx } from "@/components/cx";
import { Glyph, type GlyphName } from "@/components/glyph";
import { RelativeTime } from "@/components/relative-time";
import { Tip } from "@/components/tooltip";
import type { StationAround } from "@/server/stations/around";
import type { StreamState } from "../live/stream-state";
import { useCloseWords } from "./connections-close";
import { type Silence, silence, silenceOf } from "./silence";
import type { StationDetail } from "./station-view";

type Seen = Pick<StationDetail, "connected" | "lastSeenAt" | "heartbeatSeconds">;

/** Is it the station, the site's net, or us? Three lamps, quiet when well, and a sentence when they are not. */
export function Lamps({
  station,
  stream,
  around,
}: {
  station: Seen;
  stream: StreamState;
  around: StationAround | undefined;
}) {
  const t = useTranslations("lamps");
  const { connected, lastSeenAt, heartbeatSeconds } = station;
  const state = useClock((now) => silence({ connected, lastSeenAt, heartbeatSeconds, now }));
  const others = around?.others ?? undefined;
  const isOurs = stream.is === "offline" || stream.is === "delayed";
  // What its site does decides only once it is known.
  const whose = around && silenceOf({ isOurs, station: state, others });
  return (
    <div>
      <ul aria-label={t("title")} className="flex flex-wrap gap-x-8 gap-y-1 text-12 max-md:gap-x-4">
        <Lamp mark={isOurs ? "attention" : "lamp-on"} name={t("stream")} words={t("about.stream")}>
          {stream.is === "offline" && t("streamOffline")}
          {stream.is === "live" && t("is.live")}
          {(stream.is === "delayed" || stream.is === "catching-up") &&
            t.rich("streamAge", { state: t(`is.${stream.is}`), age: () => <RelativeTime at={stream.lastAt} /> })}
        </Lamp>
        {others && (
          <Lamp
            mark={siteLamp(others)}
            name={t("site")}
            words={
              <>
                {t("about.site", { site: others.site.name })}{" "}
                {others.heardAt &&
                  t.rich("lastFrame", { age: () => <RelativeTime at={others.heardAt ?? new Date()} /> })}
              </>
            }
          >
            {t("othersSeen", { speaking: others.speaking, all: others.all, faulted: others.faulted })}
          </Lamp>
        )}
        <StationLamp station={station} state={state} around={around} />
      </ul>
      {whose && (
        <p role="status" className="pt-1 text-12 text-ink-2">
          {t(`whose.${whose}`, { all: others?.all ?? 0 })}
        </p>
      )}
    </div>
  );
}

function StationLamp({
  station: { connected, lastSeenAt },
  state,
  around,
}: {
  station: Seen;
  state: Silence;
  around: StationAround | undefined;
}) {
  const t = useTranslations("lamps");
  const closeWords = useCloseWords();
  const mark = { fresh: "lamp-on", stale: "attention", offline: "lamp-off" } as const;
  const close = around?.lastClose;
  return (
    <Lamp
      mark={mark[state]}
      name={t("station")}
      words={
        <>
          {t("about.station")}{" "}
          {close
            ? t.rich("lastClose", {
                age: () => <RelativeTime at={close.at} />,
                code: close.code,
                words: closeWords(close.code),
                reason: close.reason ? `: ${close.reason}` : "",
              })
            : t("neverClosed")}
        </>
      }
    >
      {lastSeenAt ? t.rich("lastFrame", { age: () => <RelativeTime at={lastSeenAt} /> }) : t("never")}
      {connected
        ? around && t("reconnects", { count: around.reconnects })
        : close && t("closed", { code: close.code, reason: closeWords(close.code) })}
    </Lamp>
  );
}

function Lamp({
  mark,
  name,
  words,
  children,
}: {
  mark: keyof typeof lampWords;
  name: string;
  /** What the lamp says, for whoever asks it. */
  words: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("lamps");
  return (
    <li>
      <Tip text={<span>{words}</span>} placement="bottom">
        <Button className="flex gap-2 rounded-1 text-left">
          <Glyph name={mark} label={t(lampWords[mark])} />
          <span>
            <span className="block font-value text-13">{name}</span>
            <span className={cx("block text-ink-2", mark === "lamp-on" && "max-md:sr-only")}>{children}</span>
          </span>
        </Button>
      </Tip>
    </li>
  );
}

const lampWords = { "lamp-on": "well", "lamp-off": "off", attention: "look" } as const satisfies Partial<
  Record<GlyphName, string>
>;

/** A whole site that is silent is not the fault of its stations. */
const siteLamp = ({ speaking, all }: { speaking: number; all: number }) =>
  speaking === all ? "lamp-on" : speaking === 0 ? "lamp-off" : "attention";
