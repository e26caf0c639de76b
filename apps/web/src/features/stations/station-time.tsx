"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/live/trpc";
import { SiteTime } from "../preferences/site-time";

/** What is about one station: told by the clock of its site. */
export function StationTime({ identity, children }: { identity: string; children: ReactNode }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.stations.byIdentity.queryOptions({ identity }));
  return <SiteTime zone={data.site?.timeZone}>{children}</SiteTime>;
}
