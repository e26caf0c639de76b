import type { OffReason } from "@/server/webhooks/turn-off";

/** A webhook as people and programs see it. */
export interface WebhookRow {
  id: number;
  name: string;
  url: string;
  /** Types of events it wants; all when empty. */
  types: string[];
  /** Identities of the stations it wants to hear of. Without stations and sites it hears of everything. */
  stations: string[];
  /** Numbers of the sites whose stations it wants to hear of. */
  sites: number[];
  enabled: boolean;
  /** Why it is off. */
  off?: OffReason;
  /** Since when its receiver has taken nothing. */
  failingSince?: Date;
  createdBy: string;
  createdAt: Date;
  /** How many messages wait for it. */
  waiting: number;
  lastTakenAt?: Date;
}

export const deliveryStatuses = ["pending", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One message to one receiver. */
export interface DeliveryRow {
  /** What the receiver knows it by: the header webhook-id. */
  id: string;
  type: string;
  status: DeliveryStatus;
  attempts: number;
  createdAt: Date;
  nextAttemptAt?: Date;
  settledAt?: Date;
  /** What the receiver answered last, if it did. */
  lastCode?: number;
}

/** One try to deliver a message. */
export interface AttemptRow {
  at: Date;
  durationMs: number;
  responseCode?: number;
  responseBody?: string;
  error?: string;
}

/** One message with everything that was tried. */
export interface DeliveryDetail extends DeliveryRow {
  body: string;
  tries: AttemptRow[];
}

/** What a person says of a webhook. */
export interface WebhookFacts {
  name: string;
  url: string;
  types: string[];
  stations: string[];
  sites: number[];
}
