import { latePart } from "@/components/late-part";

// What a list shows only once somebody asks for it comes after the list.

export const Credentials = latePart(() =>
  import("../commissioning/credentials-dialog").then(({ CredentialsDialog }) => CredentialsDialog),
);

export const StationActions = latePart(
  () => import("./action-bar-live").then(({ ActionBarLive }) => ActionBarLive),
  () => <div className="h-7 max-md:h-10" />,
);

export const ListTools = latePart(
  () => import("./list-tools").then(({ ListTools: Tools }) => Tools),
  // As wide as they will be, so that nothing moves when they come.
  () => <div className="h-7 w-83 max-md:h-10 max-md:w-30" />,
);

export const StationTiles = latePart(() => import("./station-tiles").then(({ StationTiles: Tiles }) => Tiles));

export const StationsMap = latePart(() => import("../map/map-beside").then(({ MapBeside }) => MapBeside));

export const Bulk = latePart(() => import("../bulk/bulk-live").then(({ BulkLive }) => BulkLive));

export const Running = latePart(() =>
  import("../bulk/running-campaigns").then(({ RunningCampaigns }) => RunningCampaigns),
);
