"use client";

import type { ChargingProfile } from "@chargehand/domain/charging/profile";
import { useFormatter, useTranslations } from "next-intl";
import { useClock } from "@/components/clock";
import { ChartLegend } from "./chart-legend";
import { heldWith } from "./profile-draft";
import { ScheduleChart } from "./schedule-chart";
import { computedSteps, type Step } from "./schedule-of";
import type { Energy } from "./use-energy";

const daySeconds = 86_400;
const minute = 60_000;

/** What would limit the place over the coming day with a profile, beside what does now. */
export function ProfilePreview({ energy, profile }: { energy: Energy; profile: ChargingProfile }) {
  const t = useTranslations("energy");
  const format = useFormatter();
  const { held, station, supplyAt, clock } = energy;
  const from = useClock((now) => Math.floor(now / minute) * minute);
  // A default of every evse shows at the first of them.
  const first = station.connectors[0]?.evse ?? 0;
  const isOfStation = profile.purpose === "station-max" || profile.purpose === "generation";
  const evse = profile.evse === 0 && !isOfStation ? first : profile.evse;
  const span = { evse, from, seconds: daySeconds };
  const limits = held.limits.map(({ value }) => value);
  const profiles = held.profiles.map(({ value }) => value);
  const known = {
    ...station,
    priority: profile.purpose === "priority",
    told: { supply: supplyAt(evse), clock },
  };
  const before = computedSteps({ profiles, limits }, span, { ...known, priority: false });
  // A session's own is shown as if it were that of the one that runs.
  const after = computedSteps({ profiles: heldWith(profiles, profile), limits }, span, known);
  const ruled = after.find(({ by, unknown }) => by?.profile === profile.id || unknown !== undefined);

  return (
    <section aria-label={t("profile.preview")} className="border-line border-t pt-3">
      <ChartLegend
        lines={[
          { look: "solid", label: t("profile.withIt") },
          { look: "dashed", label: t("profile.before") },
        ]}
      />
      <ScheduleChart
        from={from}
        until={from + daySeconds * 1000}
        computed={after}
        reported={before}
        sentence={t("chart", { steps: after.length })}
      />
      <p role="status" className="text-12 text-ink-2">
        {effect(ruled)}
      </p>
    </section>
  );

  function effect(step: Step | undefined): string {
    if (!step) return t("profile.rulesNever");
    const at = format.dateTime(new Date(step.at), "minutes");
    if (step.unknown && step.watts === undefined) return t("profile.rulesUnknown", { at });
    return t(step.unknown ? "profile.rulesAtMost" : "profile.rules", { at, power: (step.watts ?? 0) / 1000 });
  }
}
