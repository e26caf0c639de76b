"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChangeMark } from "@/components/change-mark";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { cx } from "@/components/cx";
import { Glyph } from "@/components/glyph";
import { Energy, Power } from "@/components/quantity";
import { RelativeTime } from "@/components/relative-time";
import { Sparkline } from "@/components/sparkline";
import { StaleValue } from "@/components/stale-value";
import { TextLink } from "@/components/text-link";
import { useDuration } from "@/components/use-duration";
import { addresses } from "../addresses";
import { messageName } from "../messages/conversation";
import type { ConnectorView } from "./connector-view";
import { useFaultText } from "./fault-text";

const hour = 3_600_000;

/**
 * A connector with what it does now. `command` is the life cycle of what was last asked of it; `freshFor` says how
 * long a measured value may stand, in milliseconds.
 */
export function ConnectorCard({
  connector,
  freshFor,
  command,
  reservation,
  payment,
}: {
  connector: ConnectorView;
  freshFor: number;
  command?: ReactNode;
  /** Who comes later. */
  reservation?: { token: string; until: Date };
  /** Somebody pays in a browser. */
  payment?: { until: Date };
}) {
  const t = useTranslations("connector");
  const faultText = useFaultText();
  const { state, label, plug, maxPowerW, fault } = connector;
  const isFaulted = state === "faulted";

  return (
    <article
      aria-label={t("named", { label, state: t(`state.${state}`) })}
      className={cx(
        "flex h-40 min-w-0 flex-col gap-1 rounded-2 border p-3",
        looks[isFaulted || state === "offline" ? state : "other"],
      )}
    >
      <header className="flex items-center gap-2">
        <Glyph name={state} />
        <h2 className={cx("truncate font-title text-13", isFaulted && "text-fault-ink")}>
          {isFaulted && fault ? t("fault", { cause: faultText(fault) }) : t(`state.${state}`)}
        </h2>
        <span className="ml-auto shrink-0 text-ink-2">
          {[label, plug, maxPowerW && t("maxPower", { kilowatts: maxPowerW / 1000 })].filter(Boolean).join(" · ")}
        </span>
      </header>
      {isFaulted ? (
        <FaultBody connector={connector} command={command} />
      ) : (
        <Body connector={connector} freshFor={freshFor} command={command} reservation={reservation} payment={payment} />
      )}
    </article>
  );
}

const looks = {
  faulted: "border-fault bg-tint-fault",
  offline: "border-edge border-dashed bg-raised",
  other: "border-line-strong bg-canvas",
} as const;

function FaultBody({ connector: { fault, since }, command }: { connector: ConnectorView; command?: ReactNode }) {
  const t = useTranslations("connector");
  return (
    <>
      <p className="line-clamp-2 text-ink-2">
        {fault?.info && `${fault.info}. `}
        {since &&
          t.rich("faultSince", {
            time: () => <ClockTime at={since} />,
            age: () => <RelativeTime at={since} />,
          })}
      </p>
      {command}
      <footer className="mono mt-auto flex items-center justify-between text-ink-2">
        <span className="truncate">{[fault?.code, fault?.vendorCode].filter(Boolean).join(" ")}</span>
        {fault?.frameId && (
          <TextLink isMono href={addresses.message(fault.frameId)}>
            {t("frame", { id: messageName(fault.frameId) })}
          </TextLink>
        )}
      </footer>
    </>
  );
}

function Body({
  connector,
  freshFor,
  command,
  reservation,
  payment,
}: {
  connector: ConnectorView;
  freshFor: number;
  command?: ReactNode;
  reservation?: { token: string; until: Date };
  payment?: { until: Date };
}) {
  const isPaying = useClock((now) => payment !== undefined && now < payment.until.getTime());
  const { state, session, powerW, measuredAt, since, stateOfCharge } = connector;
  return (
    <>
      <div className="flex items-start justify-between gap-3">
        {session ? (
          <p className="font-title text-28">
            <StaleValue at={measuredAt} freshFor={freshFor} isOffline={state === "offline"}>
              {powerW === undefined ? "–" : <PowerNow watts={powerW} />}
            </StaleValue>
          </p>
        ) : (
          <Free state={state} since={since} />
        )}
        {stateOfCharge !== undefined && <Battery percent={stateOfCharge} />}
      </div>
      {command ?? <LastHour connector={connector} />}
      {payment && isPaying && !session ? (
        <Paying {...payment} />
      ) : reservation && !session ? (
        <Reserved {...reservation} />
      ) : (
        <Footer connector={connector} />
      )}
    </>
  );
}

function PowerNow({ watts }: { watts: number }) {
  return (
    <ChangeMark value={Math.round(watts / 100)}>
      <span className="[&_span]:text-16 [&_span]:tracking-normal">
        <Power watts={watts} />
      </span>
    </ChangeMark>
  );
}

function Free({ state, since }: { state: ConnectorView["state"]; since?: Date }) {
  const t = useTranslations("connector");
  if (!since) return <p className="text-16 text-ink-3">{t(`state.${state}`)}</p>;
  return (
    <p className="font-title text-28 text-ink-2">
      <RelativeTime at={since} />{" "}
      <span className="font-regular text-16 text-ink-3 tracking-normal">{t(`sinceThen.${state}`)}</span>
    </p>
  );
}

function Battery({ percent }: { percent: number }) {
  const t = useTranslations("connector");
  return (
    <div className="w-[92px] shrink-0 text-right">
      <p className="font-title text-16">
        {percent} <span className="font-regular text-13 text-ink-3">%</span>
      </p>
      <div role="img" aria-label={t("battery", { percent })} className="h-1 overflow-hidden rounded-pill bg-well">
        <div className="h-full bg-ink-2" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

function LastHour({ connector: { lastHour, limitW, maxPowerW, label, state } }: { connector: ConnectorView }) {
  const t = useTranslations("connector");
  // The window moves by the minute: often enough for a line of this size.
  const until = useClock((now) => Math.ceil(now / 60_000) * 60_000);
  if (state === "offline") return <div className="hatch mt-auto h-6 rounded-[2px]" />;
  if (!lastHour) return <div className="flex-1 border-line-strong border-b" />;
  const highest = Math.max(0, ...lastHour.map(({ value }) => value ?? 0));
  return (
    <Sparkline
      samples={lastHour}
      from={until - hour}
      until={until}
      top={Math.min(maxPowerW ?? highest * 1.2, Math.max(highest, limitW ?? 0) * 1.2)}
      isFilled
      height={44}
      label={t("lastHour", { label, kilowatts: highest / 1000 })}
      className="mt-auto"
    />
  );
}

function Reserved({ token, until }: { token: string; until: Date }) {
  const t = useTranslations("connector");
  const format = useFormatter();
  return (
    <footer className="mt-auto truncate pt-1 text-12 text-ink-2">
      {t.rich("reservedFor", {
        token,
        time: format.dateTime(until, "minutes"),
        b: (chunks) => <span className="mono">{chunks}</span>,
      })}
    </footer>
  );
}

function Paying({ until }: { until: Date }) {
  const t = useTranslations("connector");
  const format = useFormatter();
  return (
    <footer className="mt-auto truncate pt-1 text-12 text-ink-2">
      {t("paying", { time: format.dateTime(until, "minutes") })}
    </footer>
  );
}

function Footer({ connector: { session, lastSession, limitW, state, since } }: { connector: ConnectorView }) {
  const t = useTranslations("connector");
  const format = useFormatter();
  const speak = useDuration();
  const idle = useClock((now) =>
    since && (state === "paused-by-car" || state === "unplug") ? speak(now - since.getTime()) : undefined,
  );
  const quiet = "text-ink-2 text-12";

  if (session) {
    return (
      <footer className="mt-auto flex items-center justify-between gap-2 pt-1 text-12">
        <span className="truncate">
          {session.energyWh !== undefined && (
            <span className="font-value">
              <Energy wattHours={session.energyWh} />
            </span>
          )}{" "}
          <TextLink href={addresses.session(session.id)}>
            {t("since", { time: format.dateTime(session.startedAt, "minutes") })}
          </TextLink>
        </span>
        <span className={quiet}>
          {idle ? t("idle", { age: idle }) : limitW !== undefined && t("limit", { kilowatts: limitW / 1000 })}
        </span>
      </footer>
    );
  }
  return (
    <footer className={cx("mt-auto pt-1", quiet)}>
      {lastSession && (
        <TextLink href={addresses.session(lastSession.id)}>
          {t("lastSession", {
            energy: (lastSession.energyWh ?? 0) / 1000,
            time: format.dateTime(lastSession.endedAt, "minutes"),
          })}
        </TextLink>
      )}
    </footer>
  );
}
