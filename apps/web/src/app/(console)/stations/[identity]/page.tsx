import { StationOverviewLive } from "@/features/stations/station-overview-live";
import { TakenOver } from "@/live/taken-over";

/** A station now: its connectors, its last hour, what is known of it. The layout has asked for all of it. */
export default async function OverviewPage({ params }: { params: Promise<{ identity: string }> }) {
  return (
    <>
      <StationOverviewLive identity={decodeURIComponent((await params).identity)} />
      <TakenOver />
    </>
  );
}
