import type { Metadata } from "next";
import { FieldStation } from "@/features/field/field-station";
import { StationTime } from "@/features/stations/station-time";
import { Prefetched } from "@/server/prefetched";

interface Props {
  params: Promise<{ station: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).station) };
}

/** One station, for a phone. */
export default async function FieldOfStation({ params }: Props) {
  const identity = decodeURIComponent((await params).station);
  return (
    <Prefetched
      ask={({ trpc, client }) => [
        client
          .fetchQuery(trpc.stations.byIdentity.queryOptions({ identity }))
          .then(({ id: station }) => client.prefetchQuery(trpc.commands.list.queryOptions({ station, limit: 30 }))),
        client.prefetchQuery(trpc.tokens.list.queryOptions({ status: "active", limit: 200 })),
      ]}
    >
      <StationTime identity={identity}>
        <FieldStation identity={identity} />
      </StationTime>
    </Prefetched>
  );
}
