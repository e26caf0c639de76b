import { StationOverviewLive } from "@/features/stations/station-overview-live";

/** A station now: its connectors, its last hour, what is known of it. The layout has asked for all of it. */
export default async function OverviewPage({ params }: { params: Promise<{ identity: string }> }) {
  return <StationOverviewLive identity={decodeURIComponent((await params).identity)} />;
}
