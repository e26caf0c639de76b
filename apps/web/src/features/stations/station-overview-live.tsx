"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ChartMark } from "@/components/chart/chart-data";
import { latePart } from "@/components/late-part";
import { SectionTitle } from "@/components/section-title";
import { TextLink } from "@/components/text-link";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { CommandSteps } from "../commands/command-steps";
import { type CommandView, commandState } from "../commands/command-view";
import { useCommandWords } from "../commands/command-words";
import { glyphOf } from "../commands/stages";
import { useFreshCommands } from "../commands/use-fresh-commands";
import { ConnectorCard } from "../connectors/connector-card";
import { ConnectorGrid } from "../connectors/connector-grid";
import type { ConnectorView } from "../connectors/connector-view";
import { useReservations } from "../reservations/use-reservations";
import { useAwaitedPayments } from "../tariffs/use-awaited-payments";
import { Meters } from "./meters";
import { PowerLegend } from "./power-legend";
import { StationFacts } from "./station-facts";
import { useStation } from "./use-station";

/** The plotter is only loaded where there is something to plot; its place is kept. */
const PowerChart = latePart(
  () => import("./power-chart").then((module) => module.PowerChart),
  () => <div className="h-[264px]" />,
);

/** What goes on at a station now, and what it drew in the last hour. */
export function StationOverviewLive({ identity }: { identity: string }) {
  const t = useTranslations("stationPage");
  const trpc = useTRPC();
  const { station } = useStation(identity, { withPower: true });
  const { data: given } = useQuery(trpc.commands.list.queryOptions({ station: station.id, limit: 30 }));
  const fresh = useFreshCommands(given?.rows);
  const marks = useMarks(given?.rows);
  const { rows: reservations } = useReservations(station.id);
  const payments = useAwaitedPayments(station);
  const lines = station.connectors.filter(({ lastHour }) => lastHour);

  return (
    <div className="flex flex-col gap-4 px-5 py-4 max-md:px-4">
      {station.connectors.length === 0 ? (
        <p className="py-6 text-ink-2">
          {t(station.connected ? "noConnectorsYet" : "neverSpoke")}{" "}
          <TextLink href={addresses.commissioning(identity)}>{t("howFar")}</TextLink>
        </p>
      ) : (
        <ConnectorGrid>
          {station.connectors.map((connector) => (
            <ConnectorCard
              key={connector.label}
              connector={connector}
              // Two missed reports and a bit: stations report every minute or faster while they charge.
              freshFor={Math.max(150_000, 2.5 * station.heartbeatSeconds * 1000)}
              command={lifeAt(connector, fresh)}
              reservation={reservations.find(({ evse }) => evse === connector.evse)}
              payment={payments.find(({ evse }) => evse === connector.evse)}
            />
          ))}
        </ConnectorGrid>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(260px,24%)] gap-x-8 gap-y-4 max-lg:grid-cols-1">
        <section aria-label={t("lastHour")} className="min-w-0">
          <SectionTitle aside={<PowerLegend labels={lines.map(({ label }) => label)} />}>{t("lastHour")}</SectionTitle>
          {lines.length > 0 ? (
            <PowerChart connectors={station.connectors} marks={marks} />
          ) : (
            <p className="py-3 text-ink-2">{t("nothingDrawn")}</p>
          )}
        </section>
        <section aria-label={t("facts")}>
          <SectionTitle>{t("facts")}</SectionTitle>
          <div className="pt-2">
            <StationFacts station={station} />
          </div>
        </section>
      </div>
      <Meters station={station} />
    </div>
  );
}

/** What is being done about this very connector, in the place of its line, until it is done. */
function lifeAt({ label }: ConnectorView, commands: readonly CommandView[]) {
  const about = commands.find(({ place, ...command }) => {
    const state = commandState(command);
    return place === label && state !== "confirmed" && state !== "cancelled";
  });
  return about && <CommandSteps command={about} />;
}

/** What was told to the station, on the axis of its power. */
function useMarks(commands: readonly CommandView[] | undefined): ChartMark[] {
  const words = useCommandWords();
  const told = (commands ?? []).filter(({ sentAt }) => sentAt);
  return told.toReversed().map((command) => ({
    at: (command.sentAt ?? command.createdAt).getTime(),
    label: words.title(command),
    glyph: glyphOf[commandState(command)],
  }));
}
