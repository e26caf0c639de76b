"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/live/trpc";
import { useMaintenance } from "../maintenance/use-maintenance";
import { energyKinds } from "./energy-kinds";

/** What a station holds about power, each kind by itself, and how it is told something about it. */
export function useEnergy(identity: string) {
  const trpc = useTRPC();
  const station = useMaintenance(identity);
  const list = useQuery(trpc.holdings.list.queryOptions({ station: station.station.id, kinds: [...energyKinds] }));
  const held = useMemo(() => {
    const rows = list.data ?? [];
    return {
      profiles: rows.filter((row) => row.kind === "charging-profile"),
      limits: rows.filter((row) => row.kind === "charging-limit"),
      reported: rows.filter((row) => row.kind === "reported-schedule"),
      needs: rows.filter((row) => row.kind === "car-needs"),
      carSchedules: rows.filter((row) => row.kind === "car-schedule"),
      priorities: rows.filter((row) => row.kind === "priority-charging"),
      transfers: rows.filter((row) => row.kind === "energy-transfer"),
      controls: rows.filter((row) => row.kind === "grid-control"),
      runs: rows.filter((row) => row.kind === "grid-control-run"),
      alarms: rows.filter((row) => row.kind === "grid-alarm"),
      batteries: rows.filter((row) => row.kind === "battery"),
      swaps: rows.filter((row) => row.kind === "battery-swap"),
    };
  }, [list.data]);
  return { ...station, list, held };
}

export type Energy = ReturnType<typeof useEnergy>;
