"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Square } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { buttonClasses } from "@/components/button";
import { useClock } from "@/components/clock";
import { DownloadLink } from "@/components/download-link";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import { addresses } from "../addresses";
import { CommandButton } from "../commands/command-button";
import { CommandFault } from "../commands/command-fault";
import { useCommands } from "../commands/use-commands";
import { useFreshCommands } from "../commands/use-fresh-commands";
import { useMay } from "../person/may";
import { SiteTime } from "../preferences/site-time";
import { sessionCurveOf } from "./session-curve-of";
import { SessionDecisionsLive } from "./session-decisions-live";
import { sessionDetailOf } from "./session-detail-of";
import { SessionStory } from "./session-story";
import { SignedValues } from "./signed-values";
import { StuckLadder } from "./stuck-ladder";
import { useHeldLimits } from "./use-held-limits";
import { useSessionEvents } from "./use-session-events";

/** A session told as it goes on, by the clock of its site: its sentence, numbers and lines are kept by the stream. */
export function SessionStoryLive({ id }: { id: number }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.sessions.byId.queryOptions({ id }));
  return (
    <SiteTime zone={data.site?.timeZone}>
      <Told id={id} />
    </SiteTime>
  );
}

function Told({ id }: { id: number }) {
  const trpc = useTRPC();
  const { data: stored } = useSuspenseQuery(trpc.sessions.byId.queryOptions({ id }));
  const isOpen = stored.status === "open";
  const { data: timeline } = useSuspenseQuery(trpc.sessions.timeline.queryOptions({ id }));
  const { data: series } = useQuery(trpc.sessions.samples.queryOptions({ id }));
  // Bands of time that still run grow by the half minute.
  const now = useClock((at) => (isOpen ? Math.ceil(at / 30_000) * 30_000 : 0));
  const curve = useMemo(() => series && sessionCurveOf(stored, series, timeline, now), [stored, series, timeline, now]);
  const events = useSessionEvents(timeline);
  const held = useHeldLimits(stored, now);
  const session = sessionDetailOf(stored);

  return (
    <SessionStory
      session={session}
      curve={curve}
      events={events}
      held={held}
      questions={
        <>
          <SessionDecisionsLive session={stored} />
          <SignedValues session={id} />
        </>
      }
      ladder={<StuckLadder session={stored} />}
      actions={<Actions id={id} station={stored.station} isOpen={isOpen} place={session.place} />}
    />
  );
}

function Actions({
  id,
  station,
  isOpen,
  place,
}: {
  id: number;
  station: { id: number; identity: string; connected: boolean };
  isOpen: boolean;
  place: string | undefined;
}) {
  const t = useTranslations("sessionPage");
  const action = useTranslations("action");
  const trpc = useTRPC();
  const mayCommand = useMay("commands.send");
  const isCutOff = useStreamState().is === "offline";
  const commands = useCommands();
  const { data } = useQuery(trpc.commands.list.queryOptions({ station: station.id, limit: 30 }));
  const given = useFreshCommands(data?.rows).find(
    ({ command, sessionId }) => command.type === "stop" && sessionId === id,
  );
  const unavailable = !mayCommand
    ? t("operatorsOnly")
    : isCutOff
      ? t("cutOff")
      : station.connected
        ? undefined
        : action("offline");

  return (
    <>
      {(isOpen || given || commands.pending) && (
        <CommandButton
          label={place ? action("stopOn", { label: place }) : action("stop")}
          Icon={Square}
          command={commands.pending ?? given}
          unavailable={unavailable}
          onPress={({ shiftKey }) =>
            isOpen && commands.send(station.id, { type: "stop", session: String(id) }, { atOnce: shiftKey })
          }
          onUndo={commands.undo}
        />
      )}
      <Link
        href={`${addresses.stationMessages(station.identity)}?q=session:${id}`}
        className={buttonClasses(isOpen ? "bare" : "quiet", "normal")}
      >
        {t("messages")}
      </Link>
      <DownloadLink href={addresses.readingsExport(String(id))} label={t("export")} />
      {commands.fault && (
        <div className="w-full">
          <CommandFault text={commands.fault} onDismiss={commands.dismiss} />
        </div>
      )}
    </>
  );
}
