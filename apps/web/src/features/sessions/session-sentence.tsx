"use client";

import type { Evidence, StoryPart } from "@chargehand/domain/sessions/session-story";
import { useFormatter, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { TextLink } from "@/components/text-link";
import { useDuration } from "@/components/use-duration";
import { addresses } from "../addresses";
import { spellOut } from "../connectors/fault-text";
import type { SessionDetail } from "./session-view";

/** Said in smaller letters: what is worth knowing, and is not the answer. */
const besides: readonly StoryPart["says"][] = ["told-later", "nobody-asked"];

/** The first thing anybody wants to know: what goes on, or why it stopped and what else happened. Never a guess. */
export function SessionSentence({ session }: { session: SessionDetail }) {
  const t = useTranslations("story");
  const format = useFormatter();
  const { story, measuredAt, endedAt, dropped } = session;
  const isBesides = ({ says }: StoryPart) => besides.includes(says);
  return (
    <header>
      <h1 className="text-20">
        <Said parts={story.filter((part) => !isBesides(part))} session={session} />
      </h1>
      <p className="text-14 text-ink-2">
        <Said parts={story.filter(isBesides)} session={session} />{" "}
        {measuredAt && endedAt && t("lastValue", { time: format.dateTime(measuredAt, "seconds") })}
      </p>
      {dropped.length > 0 && (
        <details className="text-13 text-ink-2">
          <summary className="cursor-default">{t("droppedStations", { count: dropped.length })}</summary>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 py-1">
            {dropped.map(({ station, at, connectors }) => (
              <li key={station}>
                <TextLink isMono href={addresses.stationConnections(station)}>
                  {station}
                </TextLink>{" "}
                <ClockTime at={at} /> {t("connectors", { count: connectors })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

function Said({ parts, session }: { parts: readonly StoryPart[]; session: SessionDetail }) {
  const t = useTranslations("story.says");
  const unknown = useTranslations("story")("unknownTime");
  const format = useFormatter();
  const speak = useDuration();
  const { startedAt, stopReason, stoppedBy, measuredAt, powerW, energyWh, site, endFrameId, bootFrameId, station } =
    session;
  const runs = useClock((now) => startedAt && speak(now - startedAt.getTime()));
  const proofs: Record<Evidence, string | undefined> = {
    end: endFrameId && addresses.message(endFrameId),
    boot: bootFrameId && addresses.message(bootFrameId),
    site: addresses.stationConnections(station),
  };
  return parts.map((part) => {
    const proof = "evidence" in part ? proofs[part.evidence] : undefined;
    const at = "at" in part ? part.at : measuredAt;
    return (
      <Fragment key={part.says}>
        {t.rich(part.says, {
          time: at ? format.dateTime(at, "seconds") : unknown,
          power: (powerW ?? 0) / 1000,
          energy: (energyWh ?? 0) / 1000,
          age: "afterMs" in part ? speak(part.afterMs) : (runs ?? unknown),
          name: stoppedBy ?? "",
          site: site ?? "",
          reason: stopReason ? spellOut(stopReason) : "",
          connectors: "connectors" in part ? part.connectors : 0,
          seconds: "seconds" in part ? part.seconds : 0,
          evidence: (text: ReactNode) => (proof ? <TextLink href={proof}>{text}</TextLink> : text),
        })}{" "}
      </Fragment>
    );
  });
}
