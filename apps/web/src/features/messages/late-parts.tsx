import { latePart } from "@/components/late-part";

// What a conversation shows only once somebody asks for it comes after it.

export const Capture = latePart(() => import("./capture-live").then(({ CaptureLive }) => CaptureLive));
