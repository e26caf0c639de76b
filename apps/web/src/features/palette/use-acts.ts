"use client";

import type { Command } from "@chargehand/domain/command";
import { useQuery } from "@tanstack/react-query";
import { LockOpen, MessageSquare, RefreshCw, RotateCcw, Square, Wrench, Zap } from "lucide-react";
import { useTranslations } from "next-intl";
import { useStreamState } from "@/live/live";
import { useTRPC } from "@/live/trpc";
import type { ConnectorView } from "../connectors/connector-view";
import { useMay } from "../person/may";
import { availabilityCommand, cutByReset, unavailableAt } from "../stations/station-commands";
import { stationDetailOf } from "../stations/station-detail-of";
import type { StationDetail } from "../stations/station-view";
import type { Entry } from "./entries";
import type { Verb } from "./parse-ask";

/** One thing a station can be told now. */
export interface Act extends Entry {
  verb: Verb;
  connector?: string;
  /** A car waits for exactly this. */
  isWaitedFor?: boolean;
}

/** Where a session is to be started, once it is known for whom. */
export interface Starting {
  station: StationDetail;
  connector: ConnectorView;
}

/** Everything one station can be told, as it is now; nothing for people who may not. */
export function useActs(
  identity: string | undefined,
  {
    send,
    start,
  }: { send: (station: number, command: Command, atOnce?: boolean) => void; start: (starting: Starting) => void },
): { acts: Act[]; isKnown: boolean } {
  const t = useTranslations("palette");
  const action = useTranslations("action");
  const page = useTranslations("stationPage");
  const state = useTranslations("connector");
  const trpc = useTRPC();
  const mayCommand = useMay("commands.send");
  const isCutOff = useStreamState().is === "offline";
  const { data, isError } = useQuery({
    ...trpc.stations.byIdentity.queryOptions({ identity: identity ?? "" }),
    enabled: identity !== undefined && mayCommand,
  });
  const isAsked = identity !== undefined && mayCommand;
  if (!data || !isAsked || data.identity !== identity) return { acts: [], isKnown: !isAsked || isError };

  const station = stationDetailOf(data, undefined);
  const name = station.identity;
  const reason = (type: Command["type"]) => {
    if (isCutOff) return page("cutOff");
    if (!data.capabilities.commands[type].supported) {
      return station.version ? page("notInVersion", { version: station.version }) : page("neverConnected");
    }
    return station.connected ? undefined : action("offline");
  };
  const give = (command: Command) => (atOnce: boolean) => send(station.id, command, atOnce);
  const cuts = cutByReset(station.connectors);
  const energyOf = ({ session }: ConnectorView) => (session?.energyWh ?? 0) / 1000;

  const at = (connector: ConnectorView): Act[] => {
    const place = { connector: connector.label, station: name };
    const why = (verb: "start" | "stop" | "unlock") => {
      const impossible = unavailableAt(verb, connector);
      return reason(verb) ?? (impossible && action(`unavailable.${impossible}`));
    };
    const note = state(`state.${connector.state}`);
    const { evse, session } = connector;
    return [
      {
        id: `start ${connector.label}`,
        verb: "start",
        connector: connector.label,
        label: t("act.start", place),
        note: connector.state === "available" ? t("noCar") : note,
        Icon: Zap,
        unavailable: why("start"),
        isWaitedFor: connector.state === "plugged-in" && why("start") === undefined,
        run: () => start({ station, connector }),
      },
      {
        id: `stop ${connector.label}`,
        verb: "stop",
        connector: connector.label,
        label: t("act.stop", place),
        note,
        Icon: Square,
        unavailable: why("stop"),
        effect: t("effect.stop", { energy: energyOf(connector) }),
        run: session ? give({ type: "stop", session: session.id }) : () => {},
      },
      {
        id: `unlock ${connector.label}`,
        verb: "unlock",
        connector: connector.label,
        label: t("act.unlock", place),
        note,
        Icon: LockOpen,
        unavailable: why("unlock"),
        effect: t(session ? "effect.unlockCuts" : "effect.unlock", { energy: energyOf(connector) }),
        run: give({ type: "unlock", evse, connector: connector.connector }),
      },
    ];
  };

  const whole = { station: name };
  const inService = station.connectors.some((connector) => connector.state !== "out-of-service");
  const acts: Act[] = [
    ...station.connectors.flatMap(at),
    ...(cuts.sessions > 0
      ? [
          {
            id: "reset idle",
            verb: "reset",
            label: t("act.resetIdle", whole),
            Icon: RotateCcw,
            unavailable: reason("reset"),
            effect: action("waitsFor", { sessions: cuts.sessions, energy: cuts.energyWh / 1000 }),
            run: give({ type: "reset", when: "idle" }),
          } as const,
        ]
      : []),
    {
      id: "reset now",
      verb: "reset",
      label: t("act.resetNow", whole),
      Icon: RotateCcw,
      unavailable: reason("reset"),
      effect:
        cuts.sessions > 0
          ? action("cuts", { sessions: cuts.sessions, energy: cuts.energyWh / 1000 })
          : action("cutsNothing"),
      run: give({ type: "reset", when: "now" }),
    },
    {
      id: "availability",
      verb: inService ? "out" : "into",
      label: t(inService ? "act.out" : "act.into", whole),
      Icon: Wrench,
      unavailable: reason("set-availability"),
      effect: inService ? t("effect.out") : undefined,
      run: give(availabilityCommand(!inService)),
    },
    {
      id: "ask",
      verb: "ask",
      label: t("act.ask", whole),
      Icon: MessageSquare,
      unavailable: reason("trigger"),
      run: give({ type: "trigger", message: "status" }),
    },
    {
      id: "read",
      verb: "read",
      label: t("act.read", whole),
      Icon: RefreshCw,
      unavailable: reason("read-variables"),
      run: give({ type: "read-variables" }),
    },
  ];
  return { acts, isKnown: true };
}
