"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClockTime } from "@/components/clock-time";
import { Countdown } from "@/components/countdown";
import { SectionTitle } from "@/components/section-title";
import { TextLink } from "@/components/text-link";
import type { Followed } from "@/server/expert/followed";
import { addresses } from "../addresses";
import { type CommandView, commandState, isSettled } from "../commands/command-view";
import { useCommandWords } from "../commands/command-words";
import { LifecycleLine } from "../commands/lifecycle-line";
import { Lanes } from "../messages/lanes";
import { payloadLines, payloadOf } from "../messages/payload";
import type { FollowedFrame } from "./call-view";
import { useChangeWords } from "./use-change-words";

/** What came of a call: how far it got, the answer with its time, the frames, and what changed at the station since. */
export function CallOutcome({ command, followed }: { command: CommandView; followed: Followed | undefined }) {
  const t = useTranslations("expert");
  const words = useCommandWords();
  const state = commandState(command);
  const { frame, reply, frames = [], events = [] } = followed ?? {};
  return (
    <div className="flex flex-col gap-5">
      <section aria-label={t("came.life")}>
        <LifecycleLine command={command} />
        <p className="flex justify-between gap-3 pt-1">
          <span>{words.reason(command, state)}</span>
          {!isSettled(state) && command.deadline && <Countdown until={command.deadline} className="font-title" />}
        </p>
      </section>
      <section aria-labelledby="came-answer">
        <SectionTitle
          id="came-answer"
          aside={
            frame?.latencyMs !== undefined && (
              <b className="font-title">{t("came.ms", { ms: Math.round(frame.latencyMs) })}</b>
            )
          }
        >
          {t("came.answer")}
        </SectionTitle>
        {reply === undefined ? (
          <p className="py-1.5 text-ink-3">{t(isSettled(state) ? "came.noAnswer" : "came.waiting")}</p>
        ) : (
          <Payload frame={reply} />
        )}
      </section>
      <section aria-labelledby="came-frames">
        <SectionTitle id="came-frames" count={frames.length + (frame ? 1 : 0)} note={t("came.framesNote")}>
          {t("came.frames")}
        </SectionTitle>
        <ol>
          {[...(frame ? [frame] : []), ...frames].map((one) => (
            <Frame key={one.id} frame={one} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="came-changes">
        <SectionTitle id="came-changes" note={t("came.changesNote")}>
          {t("came.changes")}
        </SectionTitle>
        <Changes station={command.station} events={events} />
      </section>
    </div>
  );
}

function Payload({ frame }: { frame: string }) {
  const t = useTranslations("messages");
  const lines = payloadLines(payloadOf(frame));
  if (lines.length === 0) return <p className="py-1.5 text-ink-3">{t("emptyPayload")}</p>;
  return (
    <dl className="mono flex flex-col py-1">
      {lines.map(({ path, name, value }) => (
        <div key={path} className="grid grid-cols-[minmax(96px,42%)_1fr] gap-3 py-0.5">
          <dt className="min-w-0 break-words text-ink-2">{name}</dt>
          <dd className="min-w-0 break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Frame({ frame: { id, at, from, action, says, verdict, answer } }: { frame: FollowedFrame }) {
  const t = useTranslations("messages");
  return (
    <li className="grid min-h-8 grid-cols-[88px_48px_minmax(0,1fr)] items-center gap-x-3 border-line border-b py-1">
      <ClockTime at={at} precision="milliseconds" className="text-12 text-ink-3" />
      <Lanes
        from={from}
        answered={verdict === "ok" || verdict === "error"}
        isError={verdict === "error"}
        label={t(from === "station" ? "fromStation" : "fromUs")}
      />
      <span className="min-w-0 truncate">
        <TextLink isMono href={addresses.message(id)}>
          {action}
        </TextLink>{" "}
        <span className="text-12 text-ink-2">{from === "us" ? answer : says}</span>
      </span>
    </li>
  );
}

function Changes({ station, events }: { station: string; events: Followed["events"] }) {
  const t = useTranslations("expert");
  const say = useChangeWords(station);
  const changes = events.flatMap(({ at, event }, index) => {
    const said = say(event);
    return said ? [{ id: `${index}`, at, ...said }] : [];
  });
  if (changes.length === 0) return <p className="py-1.5 text-ink-3">{t("came.nothing")}</p>;
  return (
    <ol>
      {changes.map(({ id, at, place, text, note, href }) => (
        <li
          key={id}
          className="grid min-h-8 grid-cols-[88px_48px_minmax(0,1fr)] items-center gap-x-3 border-line border-b py-1"
        >
          <ClockTime at={at} className="text-12 text-ink-3" />
          <span className="mono text-ink-2">{place && `#${place}`}</span>
          <span className="min-w-0">
            {linked(text, href)} <span className="text-12 text-ink-2">{note}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

const linked = (text: ReactNode, href: string | undefined) => (href ? <TextLink href={href}>{text}</TextLink> : text);
