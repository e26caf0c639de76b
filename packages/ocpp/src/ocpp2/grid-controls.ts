import { byAnswer, byReport, byStatus, byStatusOrNone } from "../effects";
import { partOf, recorded } from "../recorded";
import type { Effects2 } from "./table";

// Block R: distributed energy resources.

export const NotifyDERAlarm = recorded();

export const NotifyDERStartStop = recorded();

export const ReportDERControl = partOf("grid-controls");

export const gridControls = {
  ClearDERControl: { toAnswer: byStatus, proof: byAnswer },
  GetDERControl: { toAnswer: byStatusOrNone("NotFound"), proof: byReport("grid-controls") },
  SetDERControl: { toAnswer: byStatus, unprovable: "which controls there are is told only when asked" },
} satisfies Partial<Effects2>;
