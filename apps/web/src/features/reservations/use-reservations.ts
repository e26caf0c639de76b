"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/live/trpc";
import { reservationRows } from "./reservation-row";

/** Who comes later to a station, kept by the stream of changes. */
export function useReservations(station: number) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.holdings.list.queryOptions({ station, kinds: ["reservation"] }));
  const rows = useMemo(() => reservationRows(data), [data]);
  return { rows, isKnown: data !== undefined, error, refetch };
}
