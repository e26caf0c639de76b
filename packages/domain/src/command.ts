import type { AccessCommand } from "./orders/access";
import type { BatteryCommand } from "./orders/batteries";
import type { ChargingCommand } from "./orders/charging";
import type { DisplayCommand } from "./orders/display";
import type { GridCommand } from "./orders/grid";
import type { MaintenanceCommand } from "./orders/maintenance";
import type { NetworkCommand } from "./orders/network";
import type { PaymentCommand } from "./orders/payments";
import type { ReservationCommand } from "./orders/reservations";
import type { TariffCommand } from "./orders/tariffs";
import type { VendorCommand } from "./orders/vendors";
import type { VariableAttribute, VariableRef } from "./variable";
import type { TokenRef } from "./vocabulary";

/** What an operator can tell a station, in one form for every version. A dialect builds the wire call, or throws Unsupported. */
export type Command =
  | { type: "start"; evse?: number; connector?: number; token: TokenRef }
  | { type: "stop"; session: string }
  /** `soft`: at once, and sessions are ended in order first; `idle`: once nobody charges any more; `resume`: at once, and sessions go on afterwards. */
  | { type: "reset"; when: "now" | "idle" | "soft" | "resume"; evse?: number }
  | { type: "unlock"; evse: number; connector: number }
  | { type: "set-availability"; operative: boolean; evse?: number; connector?: number }
  | { type: "trigger"; message: TriggerMessage; evse?: number; connector?: number }
  | { type: "read-variables"; variables?: VariableRef[] }
  | { type: "write-variables"; writes: VariableWrite[] }
  | { type: "ask-transaction-status"; session?: string }
  | AccessCommand
  | BatteryCommand
  | ChargingCommand
  | GridCommand
  | ReservationCommand
  | DisplayCommand
  | TariffCommand
  | PaymentCommand
  | VendorCommand
  | MaintenanceCommand
  | NetworkCommand
  /** Any call in the station's own words, for those who know them: it takes the same path, and counts the same. */
  | { type: "raw"; action: string; payload: object };

export type CommandType = Command["type"];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
export const commandTypes = [
  "start",
  "stop",
  "reset",
  "unlock",
  "set-availability",
  "trigger",
  "read-variables",
  "write-variables",
  "ask-transaction-status",
  "send-local-list",
  "read-local-list",
  "clear-cache",
  "set-limit",
  "set-profile",
  "clear-profiles",
  "read-profiles",
  "ask-schedule",
  "use-priority",
  "set-dynamic-limit",
  "send-grid-signal",
  "allow-energy-transfer",
  "set-grid-control",
  "clear-grid-controls",
  "read-grid-controls",
  "swap-battery",
  "reserve",
  "cancel-reservation",
  "show-message",
  "clear-message",
  "read-messages",
  "set-tariff",
  "read-tariffs",
  "clear-tariffs",
  "change-tariff",
  "show-price",
  "show-cost",
  "await-payment",
  "data-transfer",
  "read-log",
  "update-firmware",
  "publish-firmware",
  "unpublish-firmware",
  "read-monitors",
  "set-monitor",
  "clear-monitors",
  "set-monitoring-base",
  "set-monitoring-level",
  "ask-customer-information",
  "read-streams",
  "adjust-stream",
  "set-network-profile",
  "raw",
] as const satisfies readonly CommandType[];

/** What a station can be asked to say now. */
export const triggerMessages = [
  "boot",
  "heartbeat",
  "status",
  "meter-values",
  "session",
  "firmware-status",
  "log-status",
] as const;
export type TriggerMessage = (typeof triggerMessages)[number];

export interface VariableWrite {
  variable: VariableRef;
  attribute?: VariableAttribute;
  value: string;
}

/** Commands that interrupt drivers are held some seconds in the console, so that they can be undone. */
export const isDisruptive = (command: Command) =>
  command.type === "reset" ||
  command.type === "stop" ||
  command.type === "unlock" ||
  (command.type === "set-availability" && !command.operative);

/** The three separate facts about a command (docs/architecture.md, "An operator gives a command"). */
export const deliveries = ["held", "queued", "sent", "in-doubt", "expired", "cancelled"] as const;
export type Delivery = (typeof deliveries)[number];

/** How the station answered. `none`: it never did, within the time-out. */
export const answers = [
  "accepted",
  "rejected",
  "scheduled",
  "reboot-required",
  "unsupported",
  "error",
  "none",
] as const;
export type Answer = (typeof answers)[number];

/** `none`: the answer itself is all there is to know, or there was no success to prove. */
export const proofs = ["none", "waiting", "confirmed", "unproven"] as const;
export type Proof = (typeof proofs)[number];

/** A station's answer, classified; `detail` is for a person. */
export interface CommandAnswer {
  answer: Answer;
  detail?: string;
  /** The answer says it all, so nothing more is to come: there were none of what was asked for. */
  complete?: true;
}

/** Thrown when a station's version has no words for a command; the sentence is shown to the operator. */
export class Unsupported extends Error {
  override name = "Unsupported";
}
