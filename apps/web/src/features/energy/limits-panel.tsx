"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useClock } from "@/components/clock";
import { RelativeTime } from "@/components/relative-time";
import { Segments } from "@/components/segments";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import { LimitDialog } from "./limit-dialog";
import { ScheduleChart } from "./schedule-chart";
import { computedSteps, reportedSteps, type Step } from "./schedule-of";
import type { Energy } from "./use-energy";

const daySeconds = 86_400;
const minute = 60_000;

/** What limits a place over the coming day: computed from all that is held, beside what the station says itself. */
export function LimitsPanel({ energy }: { energy: Energy }) {
  const t = useTranslations("energy");
  const { held, station, blocked, send } = energy;
  const evses = [...new Set(station.connectors.map(({ evse }) => evse))];
  const charging = station.connectors.find(({ session }) => session)?.evse;
  const [picked, setPicked] = useState<number>();
  const [isSetting, setSetting] = useState(false);
  const from = useClock((now) => Math.floor(now / minute) * minute);
  const evse = picked ?? charging ?? evses[0] ?? 0;
  const connectors = station.connectors.filter((connector) => evse === 0 || connector.evse === evse);

  const span = { evse, from, seconds: daySeconds };
  const profiles = held.profiles.map(({ value }) => value);
  const computed = computedSteps({ profiles, limits: held.limits.map(({ value }) => value) }, span, station);
  const told = held.reported.find(({ value }) => value.evse === evse);
  const reported = told ? reportedSteps(told.value, span) : [];
  const powerW = connectors.reduce<number | undefined>(
    (sum, { powerW: each, session }) => (session && each !== undefined ? (sum ?? 0) + each : sum),
    undefined,
  );

  return (
    <Panel
      title={t("limits")}
      types={["set-limit", "ask-schedule", "set-dynamic-limit", "send-grid-signal"]}
      maintenance={energy}
      actions={
        <>
          <SendButton
            label={t("ask")}
            blocked={blocked("ask-schedule")}
            onPress={() => send({ type: "ask-schedule", evse, seconds: daySeconds, unit: told?.value.unit })}
          />
          <SendButton label={t("set")} blocked={blocked("set-limit")} onPress={() => setSetting(true)} />
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 pt-2">
        <Segments
          label={t("where")}
          chosen={String(evse)}
          onChoose={(id) => setPicked(Number(id))}
          options={[0, ...evses].map((id) => ({ id: String(id), label: t("place", { evse: id }) }))}
        />
        <Legend at={told?.at} hasPower={powerW !== undefined} />
      </div>
      <p className="pt-2">
        <Sentence steps={computed} powerW={powerW} />
      </p>
      <ScheduleChart
        from={from}
        until={from + daySeconds * 1000}
        computed={computed}
        reported={reported}
        powerW={powerW}
        sentence={t("chart", { steps: computed.length })}
      />
      <Changes steps={computed} />
      {isSetting && (
        <LimitDialog
          key={evse}
          evse={evse}
          label={String(evse)}
          session={connectors.find(({ session }) => evse > 0 && session)?.session}
          profiles={profiles}
          isOpen
          onClose={() => setSetting(false)}
          onSend={(command) => {
            setSetting(false);
            send(command);
          }}
        />
      )}
    </Panel>
  );
}

/** What holds now, and by what. */
function Sentence({ steps, powerW }: { steps: readonly Step[]; powerW?: number }) {
  const t = useTranslations("energy");
  const [now] = steps;
  const sentences = [
    now?.watts === undefined ? t("unlimited") : `${t("limitedTo", { power: now.watts / 1000 })} ${by(now)}`,
    powerW === undefined ? "" : t("drawnNow", { power: powerW / 1000 }),
  ];
  return sentences.join(" ");

  function by({ by: ruler }: Step) {
    if (!ruler) return "";
    if (ruler.profile === undefined) return t("bySource", { source: ruler.source ?? "" });
    return t("byProfile", { purpose: t(`purpose.${ruler.purpose}`), id: ruler.profile });
  }
}

const mostChanges = 6;

/** The next changes in words, for those who do not read lines. */
function Changes({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations("energy");
  const format = useFormatter();
  const coming = steps.slice(1, 1 + mostChanges);
  if (coming.length === 0) return null;
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-1 pt-1 text-12 text-ink-2">
      {coming.map(({ at, watts }) => (
        <li key={at}>
          {format.dateTime(new Date(at), "minutes")}{" "}
          {watts === undefined ? t("noLimit") : t("kilowatts", { power: watts / 1000 })}
        </li>
      ))}
    </ol>
  );
}

function Legend({ at, hasPower }: { at?: Date; hasPower: boolean }) {
  const t = useTranslations("energy");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="w-5 border-ink border-t-2" />
        {t("computed")}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="w-5 border-ink-3 border-t-2 border-dashed" />
        {at ? t.rich("reported", { age: () => <RelativeTime at={at} /> }) : t("neverAsked")}
      </li>
      {hasPower && (
        <li className="flex items-center gap-1.5">
          <span aria-hidden="true" className="size-2 rounded-full" style={{ background: "var(--st-charging)" }} />
          {t("power")}
        </li>
      )}
    </ul>
  );
}
