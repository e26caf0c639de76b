import type { Metadata } from "next";
import type { ReactNode } from "react";
import { StationFrame } from "@/features/stations/station-frame";
import { StationHeaderLive } from "@/features/stations/station-header-live";
import { StationTime } from "@/features/stations/station-time";
import { Prefetched } from "@/server/prefetched";

interface Props {
  params: Promise<{ identity: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).identity) };
}

/** A station's pages: its head stays, the tab under it changes. */
export default async function StationLayout({ params, children }: Props & { children: ReactNode }) {
  const identity = decodeURIComponent((await params).identity);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) =>
            Promise.all([
              client.prefetchQuery(trpc.commands.list.queryOptions({ station, limit: 30 })),
              client.prefetchQuery(trpc.stations.around.queryOptions({ station })),
              client.prefetchQuery(trpc.stations.power.queryOptions({ id: station })),
            ]),
          ),
        client.prefetchQuery(trpc.tokens.list.queryOptions({ status: "active", limit: 200 })),
      ]}
    >
      <StationTime identity={identity}>
        <StationFrame head={<StationHeaderLive identity={identity} />}>{children}</StationFrame>
      </StationTime>
    </Prefetched>
  );
}
