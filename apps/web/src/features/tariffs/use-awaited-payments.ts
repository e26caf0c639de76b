"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/live/trpc";
import type { StationDetail } from "../stations/station-view";

/** Where somebody pays in a browser, and until when nobody else is let in; whoever paid and began is waited for no more. */
export function useAwaitedPayments({ id, version, connectors }: Pick<StationDetail, "id" | "version" | "connectors">) {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.holdings.list.queryOptions({ station: id, kinds: ["awaited-payment"] }),
    enabled: version === "2.1",
  });
  return useMemo(() => {
    const waits = data?.flatMap((holding) => (holding.kind === "awaited-payment" ? [holding] : [])) ?? [];
    return waits.flatMap(({ value: { evse, seconds }, at }) => {
      const began = connectors.find((connector) => connector.evse === evse)?.session?.startedAt;
      return began && began >= at ? [] : [{ evse, until: new Date(at.getTime() + seconds * 1000) }];
    });
  }, [data, connectors]);
}
