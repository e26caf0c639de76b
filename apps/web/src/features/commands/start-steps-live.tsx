"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/live/trpc";
import { connectorsOf } from "../connectors/connectors-of";
import type { CommandView } from "./command-view";
import { StartSteps } from "./start-steps";

/** The steps of a start with what its connector does now, kept by the stream. */
export function StartStepsLive({ command }: { command: CommandView }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.stations.byIdentity.queryOptions({ identity: command.station }));
  const { command: order } = command;
  const connector =
    data && order.type === "start"
      ? connectorsOf(data.connectors, data, data.lastSessions).find(
          ({ evse, connector: number }) =>
            evse === order.evse && (order.connector === undefined || number === order.connector),
        )
      : undefined;
  return <StartSteps command={command} connector={connector} />;
}
