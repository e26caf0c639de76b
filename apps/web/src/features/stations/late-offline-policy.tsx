import { latePart } from "@/components/late-part";

/** What becomes of a command for a station that is away: its script comes only where one is. */
export const LateOfflinePolicy = latePart(
  () => import("./offline-policy").then(({ OfflinePolicyChoice }) => OfflinePolicyChoice),
  // As high as it will be, so that nothing moves when it comes.
  () => <div className="h-7 max-md:h-10" />,
);
