import type { IssueKind, Symptom } from "./issue";

/** What issues are made of and end by, as it follows from the story of events. */
export type Signal = { at: Date } & (
  | { is: "raised"; symptom: Symptom; since?: Date }
  /** The station shows that it is over; without a key, everything of its kind and group. */
  | { is: "cleared"; station: number; kind: IssueKind; key?: string; group?: string }
  | {
      is: "lost";
      station: number;
      site?: number;
      graceMs: number;
      /** We ended the connection ourselves: what falls silent together says nothing about a site's power. */
      byUs: boolean;
      closeReason?: string;
    }
  | { is: "back"; station: number }
  /** It does not belong to the network any more. */
  | { is: "removed"; station: number }
);

/** A station without a connection, of which nobody is told yet, or that is part of an issue already. */
export interface Silence {
  station: number;
  site?: number;
  since: Date;
  /** From then on it counts even alone. */
  dueAt: Date;
  byUs: boolean;
  closeReason?: string;
  /** Whether an issue has it: its own, or its site's. */
  raised?: "station" | "site";
}
