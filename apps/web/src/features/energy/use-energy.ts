"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTRPC } from "@/live/trpc";
import { useMaintenance } from "../maintenance/use-maintenance";
import { energyKinds } from "./energy-kinds";
import { placeSupply } from "./place-supply";

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
  const { data: supply } = useQuery(trpc.energy.supply.queryOptions({ station: station.station.id }));
  // What a person said of places whose stations do not tell.
  const [said, setSaid] = useState<Readonly<Record<number, number>>>({});

  return {
    ...station,
    list,
    held,
    clock: supply?.clock,
    /** What limits at a place are converted by, and how much of that is known. */
    supplyAt: (evse: number) =>
      placeSupply(
        supply?.evses.find((each) => each.evse === evse),
        said[evse],
      ),
    sayPhases: (evse: number, phases: number) => setSaid((before) => ({ ...before, [evse]: phases })),
  };
}

export type Energy = ReturnType<typeof useEnergy>;
