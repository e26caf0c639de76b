import { latePart } from "@/components/late-part";

/** The map comes once it is looked at: it is larger than the rest of the page. */
export const MapCanvas = latePart(
  () => import("./map-canvas").then(({ MapCanvas: Canvas }) => Canvas),
  () => <div className="size-full bg-well" />,
);
