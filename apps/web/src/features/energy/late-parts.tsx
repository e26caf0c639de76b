import { latePart } from "@/components/late-part";

// Forms come when somebody asks for them, after the page.

export const LimitDialog = latePart(() => import("./limit-dialog").then((part) => part.LimitDialog));
export const ProfileDialog = latePart(() => import("./profile-dialog").then((part) => part.ProfileDialog));
export const DynamicDialog = latePart(() => import("./dynamic-dialog").then((part) => part.DynamicDialog));
export const TransferDialog = latePart(() => import("./transfer-dialog").then((part) => part.TransferDialog));
export const GridControlDialog = latePart(() => import("./grid-control-dialog").then((part) => part.GridControlDialog));
export const GridSignalDialog = latePart(() => import("./grid-signal-dialog").then((part) => part.GridSignalDialog));
export const SwapDialog = latePart(() => import("./swap-dialog").then((part) => part.SwapDialog));
