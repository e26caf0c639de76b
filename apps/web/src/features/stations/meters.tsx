"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { KeyValues } from "@/components/key-values";
import { Quantity } from "@/components/quantity";
import { RelativeTime } from "@/components/relative-time";
import { SectionTitle } from "@/components/section-title";
import { useTRPC } from "@/live/trpc";
import type { LatestReading } from "@/server/stations/readings";
import type { StationDetail } from "./station-view";

/** What the meters of a station said last, also while nobody charges: the main meter, then each evse. */
export function Meters({ station }: { station: StationDetail }) {
  const t = useTranslations("meters");
  const trpc = useTRPC();
  const { data = [] } = useQuery({
    ...trpc.stations.readings.queryOptions({ id: station.id }),
    refetchInterval: 30_000,
  });
  if (data.length === 0) return null;
  const places = [...new Set(data.map(({ evse }) => evse))];

  return (
    <section aria-label={t("title")}>
      <SectionTitle>{t("title")}</SectionTitle>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(280px,1fr))] gap-x-8 gap-y-4 pt-2">
        {places.map((place) => (
          <section key={place} aria-label={nameOf(place)}>
            <h3 className="pb-1 text-12 text-ink-2">{nameOf(place)}</h3>
            <KeyValues facts={data.filter(({ evse }) => evse === place).map(factOf)} />
          </section>
        ))}
      </div>
    </section>
  );

  function nameOf(evse: number): string {
    if (evse === 0) return t("main");
    const labels = station.connectors.filter((connector) => connector.evse === evse).map(({ label }) => label);
    return t("connector", { label: labels.length > 0 ? labels.join(", ") : String(evse) });
  }

  function factOf({ measurand, phase, location, value, unit, at }: LatestReading) {
    const what = isOurs(measurand) ? t(`measurand.${measurand}`) : inWords(measurand);
    const [shown, in_] = unit === "W" || unit === "Wh" ? ([value / 1000, `k${unit}`] as const) : [value, unit];
    return {
      label: [what, phase, location && t("at", { location })].filter(Boolean).join(" "),
      value: <Quantity value={shown} unit={in_} digits={digitsOf(shown)} />,
      note: <RelativeTime at={at} />,
    };
  }
}

const ours = ["power", "energy", "state-of-charge", "offered"] as const;
const isOurs = (measurand: string): measurand is (typeof ours)[number] => ours.some((each) => each === measurand);

/** Of what has no word here, the station's own, made readable: `Current.Import` is "Current import". */
function inWords(measurand: string): string {
  const [first = "", ...others] = measurand.split(".");
  return [first, ...others.map((word) => word.toLowerCase())].join(" ");
}

const digitsOf = (value: number) => (Number.isInteger(value) ? 0 : Math.abs(value) < 100 ? 2 : 1);
