"use client";

import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import { periodAt } from "@chargehand/domain/charging/spans";
import type { StationClock } from "@chargehand/domain/charging/station-clock";
import type { Command } from "@chargehand/domain/command";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useClock } from "@/components/clock";
import { ClockTime } from "@/components/clock-time";
import { EmptyState } from "@/components/empty-state";
import { RelativeTime } from "@/components/relative-time";
import { Panel } from "../maintenance/panel";
import { SendButton } from "../maintenance/send-button";
import { DynamicDialog, ProfileDialog } from "./late-parts";
import type { Energy } from "./use-energy";

/** The profiles a station holds, by purpose and stack level: the upper one of a purpose rules. */
export function ProfilesPanel({ energy }: { energy: Energy }) {
  const t = useTranslations("energy");
  const { held, blocked, send } = energy;
  const [writing, setWriting] = useState<"new" | ChargingProfile>();
  const tell = (command: Command) => send(command, () => setWriting(undefined));
  const profiles = held.profiles.toSorted(
    ({ value: one }, { value: other }) =>
      order.indexOf(one.purpose) - order.indexOf(other.purpose) ||
      one.evse - other.evse ||
      other.stackLevel - one.stackLevel,
  );
  return (
    <Panel
      title={t("profiles")}
      count={profiles.length}
      types={["set-profile", "clear-profiles", "read-profiles", "set-dynamic-limit"]}
      maintenance={energy}
      actions={
        <>
          <SendButton
            label={t("read")}
            blocked={blocked("read-profiles")}
            onPress={() => send({ type: "read-profiles" })}
          />
          {profiles.length > 0 && (
            <SendButton
              label={t("clearAll")}
              blocked={blocked("clear-profiles")}
              onPress={() => send({ type: "clear-profiles" })}
            />
          )}
          <SendButton label={t("profile.write")} blocked={blocked("set-profile")} onPress={() => setWriting("new")} />
        </>
      }
    >
      {profiles.length === 0 ? (
        <EmptyState kind="all-well" title={t("noProfiles")}>
          {t(blocked("read-profiles") ? "noProfilesTold" : "noProfilesHelp")}
        </EmptyState>
      ) : (
        <ul>
          {profiles.map(({ key, value, at }) => (
            <li
              key={key}
              className="grid grid-cols-[minmax(150px,1fr)_110px_minmax(150px,1fr)_minmax(150px,1fr)_88px_150px] items-center gap-x-4 border-line border-b py-1.5 max-md:grid-cols-[1fr_auto] max-md:gap-y-0.5"
            >
              <span className="font-value">{t(`purpose.${value.purpose}`)}</span>
              <span className="text-ink-2 max-md:text-right">{t("at", { evse: value.evse })}</span>
              <span>
                <Now profile={value} clock={energy.clock} />
              </span>
              <span className="text-12 text-ink-2 max-md:col-span-2">
                {t("level", { level: value.stackLevel, id: value.id, kind: t(`kind.${value.kind}`) })}
                <Validity profile={value} />
              </span>
              <span className="text-12 text-ink-3">
                <RelativeTime at={at} />
              </span>
              <span className="flex justify-end gap-1">
                {value.kind === "dynamic" && (
                  <SendButton
                    label={t("dynamic.set")}
                    blocked={blocked("set-dynamic-limit")}
                    onPress={() => setWriting(value)}
                  />
                )}
                {value.purpose !== "external" && (
                  <SendButton
                    label={t("clear")}
                    blocked={blocked("clear-profiles")}
                    onPress={() => send({ type: "clear-profiles", profile: value.id })}
                  />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {writing === "new" && <ProfileDialog energy={energy} onClose={() => setWriting(undefined)} onSend={tell} />}
      {typeof writing === "object" && (
        <DynamicDialog profile={writing} onClose={() => setWriting(undefined)} onSend={tell} />
      )}
    </Panel>
  );
}

const order: readonly ChargingProfile["purpose"][] = [
  "station-max",
  "external",
  "generation",
  "priority",
  "session",
  "default",
];

/** What a profile allows at this moment. */
function Now({ profile, clock }: { profile: ChargingProfile; clock?: StationClock }) {
  const t = useTranslations("energy");
  const format = useFormatter();
  return useClock((now) => {
    const said = periodAt(profile, { at: now, since: now, clock });
    if (!said) return t("nothingNow");
    const { limit, setpoint, discharge } = said.period;
    const rate = (value: number) =>
      `${format.number(said.unit === "W" ? value / 1000 : value, { maximumFractionDigits: 1 })}\u00a0${said.unit === "W" ? "kW" : "A"}`;
    const words = [
      limit !== undefined && rate(limit),
      setpoint !== undefined && t("followsRate", { rate: rate(setpoint) }),
      discharge !== undefined && t("backUpTo", { rate: rate(-discharge) }),
    ];
    return words.filter((word) => word !== false).join(", ") || t("nothingNow");
  });
}

function Validity({ profile: { validFrom, validTo } }: { profile: ChargingProfile }) {
  const t = useTranslations("energy");
  const [from, until] = [timeOf(validFrom), timeOf(validTo)];
  if (!from && !until) return null;
  return (
    <span className="block text-ink-3">
      {from && t.rich("from", { time: () => <ClockTime at={from} precision="minutes" /> })}{" "}
      {until && t.rich("untilTime", { time: () => <ClockTime at={until} precision="minutes" /> })}
    </span>
  );
}

/** What a station called a time may be none. */
function timeOf(text: string | undefined): Date | undefined {
  const at = new Date(text ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
