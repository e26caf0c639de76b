"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TabLinks } from "@/components/tab-links";
import type { StationAround } from "@/server/stations/around";
import { addresses } from "../addresses";
import type { StreamState } from "../live/stream-state";
import { ZoneNote } from "../preferences/site-time";
import { Lamps } from "./lamps";
import type { StationDetail } from "./station-view";

/** The head of a station's pages: name, three lamps, what can be done, and its tabs. */
export function StationHeader({
  station,
  stream,
  around,
  actions,
  counts,
}: {
  station: StationDetail;
  stream: StreamState;
  around: StationAround | undefined;
  actions: ReactNode;
  counts?: { sessions?: number; variables?: number };
}) {
  const t = useTranslations("station");
  const { identity } = station;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 px-5 pt-3 max-md:px-4">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h1 className="font-mono text-20 [font-feature-settings:'zero']">{identity}</h1>
          <span className="text-14">{placeOf(station)}</span>
          <span className="text-ink-2">
            {[
              [station.vendor, station.model].filter(Boolean).join(" "),
              station.version && t("ocpp", { version: station.version }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <ZoneNote />
        </div>
        <Lamps station={station} stream={stream} around={around} />
      </div>
      <div className="flex flex-wrap items-center gap-2 px-5 py-3 max-md:px-4">{actions}</div>
      <TabLinks
        label={t("tabs", { station: identity })}
        tabs={[
          { href: addresses.station(identity), label: t("overview") },
          { href: addresses.stationSessions(identity), label: t("sessions"), note: counts?.sessions },
          { href: addresses.stationEnergy(identity), label: t("energy") },
          { href: addresses.stationVariables(identity), label: t("variables"), note: counts?.variables },
          { href: addresses.stationAccess(identity), label: t("access") },
          { href: addresses.stationMaintenance(identity), label: t("maintenance") },
          { href: addresses.stationDisplay(identity), label: t("display") },
          { href: addresses.stationMessages(identity), label: t("messages") },
          { href: addresses.stationExpert(identity), label: t("expert") },
          { href: addresses.stationConnections(identity), label: t("connections") },
          { href: addresses.stationConformance(identity), label: t("conformance") },
          { href: addresses.stationNotes(identity), label: t("notes") },
        ]}
      />
    </>
  );
}

/** What people call it and where it stands, said once where the one holds the other. */
function placeOf({ name, site }: Pick<StationDetail, "name" | "site">) {
  if (name && site && name.includes(site)) return name;
  return [name, site].filter(Boolean).join(", ");
}
