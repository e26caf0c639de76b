"use client";

import type { Command } from "@chargehand/domain/command";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useClock } from "@/components/clock";
import { RelativeTime } from "@/components/relative-time";
import { Segments } from "@/components/segments";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import { ChartLegend } from "./chart-legend";
import { GridSignalDialog, LimitDialog } from "./late-parts";
import { PhasesChoice } from "./phases-choice";
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
  const [asking, setAsking] = useState<"limit" | "signal">();
  const from = useClock((now) => Math.floor(now / minute) * minute);
  const evse = picked ?? charging ?? evses[0] ?? 0;
  const connectors = station.connectors.filter((connector) => evse === 0 || connector.evse === evse);

  const span = { evse, from, seconds: daySeconds };
  const profiles = held.profiles.map(({ value }) => value);
  const supply = energy.supplyAt(evse);
  // Sessions are named by their stations: whose priority it is can be told only where one runs.
  const isAlone = station.connectors.filter(({ session }) => session).length === 1;
  const priority = isAlone && held.priorities.some(({ value }) => value.active);
  const known = { ...station, priority, told: { supply, clock: energy.clock } };
  const computed = computedSteps({ profiles, limits: held.limits.map(({ value }) => value) }, span, known);
  const told = held.reported.find(({ value }) => value.evse === evse);
  const reported = told ? reportedSteps(told.value, span, supply) : [];
  const unknown = [...new Set([...computed, ...reported].flatMap((step) => step.unknown ?? []))];
  const powerW = connectors.reduce<number | undefined>(
    (sum, { powerW: each, session }) => (session && each !== undefined ? (sum ?? 0) + each : sum),
    undefined,
  );

  return (
    <Panel
      title={t("limits")}
      types={["set-limit", "ask-schedule", "send-grid-signal"]}
      maintenance={energy}
      actions={
        <>
          <SendButton
            label={t("ask")}
            blocked={blocked("ask-schedule")}
            onPress={() => send({ type: "ask-schedule", evse, seconds: daySeconds, unit: told?.value.unit })}
          />
          <SendButton
            label={t("signal.send")}
            blocked={blocked("send-grid-signal")}
            onPress={() => setAsking("signal")}
          />
          <SendButton label={t("set")} blocked={blocked("set-limit")} onPress={() => setAsking("limit")} />
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
        <ChartLegend
          lines={[
            { look: "solid", label: t("computed") },
            {
              look: "dashed",
              label: told ? t.rich("reported", { age: () => <RelativeTime at={told.at} /> }) : t("neverAsked"),
            },
          ]}
          dot={powerW === undefined ? undefined : t("power")}
        />
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
      {unknown.length > 0 && (
        <p className="pt-1 text-12 text-ink-2">{unknown.map((reason) => t(`unknown.${reason}`)).join(" ")}</p>
      )}
      {unknown.includes("phases") && supply.isAsked && (
        <PhasesChoice supply={supply} onChoose={(phases) => energy.sayPhases(evse, phases)} className="max-w-72 pt-2" />
      )}
      {asking === "limit" && (
        <LimitDialog
          key={evse}
          evse={evse}
          session={connectors.find(({ session }) => evse > 0 && session)?.session}
          profiles={profiles}
          supply={supply}
          onPhases={(phases) => energy.sayPhases(evse, phases)}
          onClose={() => setAsking(undefined)}
          onSend={tell}
        />
      )}
      {asking === "signal" && <GridSignalDialog onClose={() => setAsking(undefined)} onSend={tell} />}
    </Panel>
  );

  function tell(command: Command) {
    send(command, () => setAsking(undefined));
  }
}

/** What holds now, and by what. */
function Sentence({ steps, powerW }: { steps: readonly Step[]; powerW?: number }) {
  const t = useTranslations("energy");
  const [now] = steps;
  const sentences = [
    limited(),
    now?.setpoint === undefined ? "" : t("follows", { power: now.setpoint / 1000 }),
    now?.discharge === undefined ? "" : t("givesUpTo", { power: -now.discharge / 1000 }),
    powerW === undefined ? "" : t("drawnNow", { power: powerW / 1000 }),
  ];
  return sentences.filter((each) => each !== "").join(" ");

  function limited(): string {
    if (now?.watts === undefined) return t(now?.unknown ? "limitUnknown" : "unlimited");
    return `${t(now.unknown ? "limitedToAtMost" : "limitedTo", { power: now.watts / 1000 })} ${by(now)}`;
  }

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
      {coming.map(({ at, watts, unknown }) => (
        <li key={at}>
          {format.dateTime(new Date(at), "minutes")}{" "}
          {watts === undefined ? t(unknown ? "unknownLimit" : "noLimit") : t("kilowatts", { power: watts / 1000 })}
        </li>
      ))}
    </ol>
  );
}
