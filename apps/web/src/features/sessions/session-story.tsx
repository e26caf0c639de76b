"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Sample } from "@/components/chart/sample";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { cx } from "@/components/cx";
import { type Fact, FactRow } from "@/components/key-values";
import { latePart } from "@/components/late-part";
import { Energy, Power } from "@/components/quantity";
import { StaleValue } from "@/components/stale-value";
import { TextLink } from "@/components/text-link";
import { useDuration } from "@/components/use-duration";
import { addresses } from "../addresses";
import { messageName } from "../messages/conversation";
import { ZoneNote } from "../preferences/site-time";
import { Money } from "../tariffs/money";
import { LimitNote } from "./limit-note";
import { PriceDoubts } from "./price-doubts";
import { SessionSentence } from "./session-sentence";
import type { SessionCurve, SessionDetail, SessionEvent } from "./session-view";

/** The plotter is only loaded where there is something to plot; its place is kept. */
const SessionChart = latePart(
  () => import("./session-chart").then((module) => module.SessionChart),
  () => <div className="h-[476px]" />,
);

/** A session told: one sentence, its numbers, its curve, and what happened, each with its evidence. */
export function SessionStory({
  session,
  curve,
  events,
  held,
  actions,
  ladder,
  questions,
}: {
  session: SessionDetail;
  curve?: SessionCurve;
  events: readonly SessionEvent[];
  /** What it may draw by the profiles that its station holds. */
  held: readonly Sample[];
  /** What can be done while it runs. */
  actions?: ReactNode;
  /** What is left when it does not end. */
  ladder?: ReactNode;
  /** What does not add up, and what was decided about it. */
  questions?: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-3 px-5 py-4 max-md:px-4">
      <SessionSentence session={session} />
      <ZoneNote />
      {questions}
      {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      {ladder && <div className="print:hidden">{ladder}</div>}
      {session.helped && <Helped {...session.helped} />}
      <SessionFacts session={session} />
      <PriceDoubts session={session} />
      {session.limit && <LimitNote session={session} limit={session.limit} />}
      {curve ? (
        <SessionChart session={session} curve={curve} events={events} held={held} />
      ) : (
        <div className="h-[476px]" />
      )}
      <SessionEvents events={events} />
    </div>
  );
}

/** Somebody started it from here, and said why. */
function Helped({ by, reason, isFree }: NonNullable<SessionDetail["helped"]>) {
  const t = useTranslations("story");
  return <p>{t(isFree ? "helpedFree" : "helped", { name: by, reason })}</p>;
}

function SessionFacts({ session }: { session: SessionDetail }) {
  const t = useTranslations("story");
  const speak = useDuration();
  const { startedAt, endedAt, energyWh, powerW, peakW, stateOfCharge, startStateOfCharge, token, place } = session;
  const length = useClock((now) => startedAt && speak((endedAt?.getTime() ?? now) - startedAt.getTime()));
  const facts: (Fact | false)[] = [
    energyWh !== undefined && { label: t("energy"), value: <Energy wattHours={energyWh} /> },
    length !== undefined && { label: t("duration"), value: length },
    !endedAt &&
      powerW !== undefined && {
        label: t("power"),
        value: (
          <StaleValue at={session.measuredAt} freshFor={5 * 60_000} isOffline={!session.connected}>
            <Power watts={powerW} />
          </StaleValue>
        ),
      },
    peakW !== undefined && { label: t("peak"), value: <Power watts={peakW} /> },
    stateOfCharge !== undefined && {
      label: t("battery"),
      value: (
        <>
          {startStateOfCharge !== undefined && `${startStateOfCharge} → `}
          {stateOfCharge} <span className="font-regular text-ink-3">%</span>
        </>
      ),
    },
    session.cost !== undefined && {
      label: t("cost"),
      value: <Money amount={session.cost.total} currency={session.cost.currency} />,
    },
    session.stationCost?.total !== undefined && {
      label: t("stationCost"),
      value: <Money amount={session.stationCost.total} currency={session.stationCost.currency} />,
    },
    session.reservation !== undefined && { label: t("reservation"), value: session.reservation },
    token !== undefined && { label: t("token"), value: <span className="mono">{token}</span> },
    {
      label: t("station"),
      value: (
        <TextLink href={addresses.station(session.station)}>
          <span className="mono">
            {session.station} {place && `#${place}`}
          </span>
        </TextLink>
      ),
    },
    session.wireId !== undefined && { label: t("wireId"), value: <span className="mono">{session.wireId}</span> },
  ];
  return <FactRow facts={facts.filter((fact): fact is Fact => fact !== false)} />;
}

function SessionEvents({ events }: { events: readonly SessionEvent[] }) {
  const t = useTranslations("story");
  if (events.length === 0) return null;
  return (
    <section aria-label={t("events")}>
      <ol>
        {events.map((event) => (
          <li
            key={event.id}
            className={cx(
              "grid min-h-8 grid-cols-[80px_88px_1fr_auto_auto] items-center gap-x-4 border-line border-b px-3 max-md:grid-cols-[72px_1fr_auto]",
              event.isCause && "bg-selected shadow-[inset_3px_0_0_var(--ink)]",
            )}
          >
            <ClockTime at={event.at} className="text-ink-2" />
            <span className="text-ink-2 max-md:hidden">{t(`who.${event.who}`)}</span>
            <span className={event.isCause ? "font-title" : ""}>{event.text}</span>
            <span className="text-ink-3 max-md:hidden">{event.note}</span>
            <span className="text-right">
              {event.frameId && (
                <TextLink isMono href={addresses.message(event.frameId)}>
                  {t("frame", { id: messageName(event.frameId) })}
                </TextLink>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
