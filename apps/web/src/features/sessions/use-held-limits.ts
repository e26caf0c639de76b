import { skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/live/trpc";
import type { SessionDetail } from "@/server/sessions/by-id";
import { placeSupply } from "../energy/place-supply";
import { heldLimits } from "./held-limits";

/** What a running session may draw by what its station holds; of one that has ended that is not known any more. */
export function useHeldLimits({ station, status, startedAt, evse, wireId, version }: SessionDetail, until: number) {
  const trpc = useTRPC();
  const runs = status === "open";
  const { data: held } = useQuery(
    trpc.holdings.list.queryOptions(
      runs ? { station: station.id, kinds: ["charging-profile", "charging-limit", "priority-charging"] } : skipToken,
    ),
  );
  const { data: supply } = useQuery(trpc.energy.supply.queryOptions(runs ? { station: station.id } : skipToken));
  const startsAt = startedAt?.getTime();
  return useMemo(() => {
    if (!held || startsAt === undefined || evse === null) return [];
    return heldLimits(
      {
        profiles: held.filter((row) => row.kind === "charging-profile"),
        limits: held.filter((row) => row.kind === "charging-limit"),
      },
      { evse, startedAt: new Date(startsAt), wireId: wireId ?? undefined },
      {
        until,
        priority: held.some(
          ({ kind, value }) => kind === "priority-charging" && value.active && value.session === wireId,
        ),
        supply: placeSupply(
          supply?.evses.find((each) => each.evse === evse),
          undefined,
        ),
        clock: supply?.clock,
        ownDefaultHides: version === "1.6",
      },
    );
  }, [held, supply, startsAt, evse, wireId, version, until]);
}
