import type { CampaignStatus } from "./campaigns/campaign";
import type { Answer, CommandType, Delivery, Proof } from "./command";
import type { HoldingKind } from "./holding";
import type { IssueKind, Severity } from "./issues/issue";
import type { AlertInBrief } from "./maintenance/alert";
import type { Activity, Attention, ConnectorStatus, OcppVersion, Place } from "./vocabulary";

/** A change of state worth telling: stored in order, replayed to every reader, shown to the operator. */
export type DomainEvent =
  | { type: "station.connected"; version: OcppVersion }
  | { type: "station.disconnected"; closeCode: number; closeReason: string }
  | {
      type: "station.booted";
      vendor: string;
      model: string;
      firmwareVersion?: string;
      reason?: string;
      registration: string;
    }
  | {
      type: "station.changed";
      what:
        | "added"
        | "approved"
        | "refused"
        | "renamed"
        | "secret"
        | "replaced"
        | "retired"
        | "announced"
        | "boots"
        | "noted";
    }
  | ({
      type: `connector.${ConnectorStatus}`;
      activity?: Activity;
      errorCode?: string;
      errorInfo?: string;
      vendorErrorCode?: string;
    } & Place)
  | ({ type: "connector.activity"; status: ConnectorStatus; activity?: Activity } & Place)
  | { type: "session.started"; session: number; wireId?: string; place?: Place; token?: string; orphan?: boolean }
  | { type: "session.updated"; session: number; activity?: Activity; place?: Place; token?: string }
  | {
      type: "session.ended";
      session: number;
      place?: Place;
      reason?: string;
      energyWh?: number;
      endedBy: "station" | "assumed";
    }
  | { type: "session.attention"; session: number; attention: readonly Attention[] }
  /** A person decided about it, or took a decision back. */
  | { type: "session.decided"; session: number }
  | {
      type: "command.changed";
      command: number;
      commandType: CommandType;
      delivery: Delivery;
      answer?: Answer;
      proof: Proof;
      detail?: string;
    }
  | { type: "variables.reported"; count: number; last: boolean }
  | { type: "holdings.changed"; kinds: readonly HoldingKind[] }
  | { type: "file.received"; file: number; command: number; kind: string; name: string; size: number }
  /** What came was not taken; the station may try again. */
  | { type: "file.refused"; file: number; command: number; kind: string; why: string }
  | { type: "firmware.changed"; image: number; what: "added" | "changed" | "removed" }
  /** A station fetches an image from us: it begins, gets on, has it whole, or was cut off. */
  | {
      type: "firmware.served";
      image: number;
      command: number;
      state: "begun" | "going-on" | "whole" | "broken-off";
      reached: number;
      size: number;
    }
  | { type: "security.reported"; what: string; critical: boolean; info?: string }
  | ({ type: "alert.opened"; alert: string } & AlertInBrief)
  | ({ type: "alert.cleared"; alert: string } & AlertInBrief)
  | { type: "vendor.message"; vendor: string; message?: string }
  | { type: "connection.refused"; identity: string; reason: string }
  | { type: "campaign.changed"; campaign: number; status: CampaignStatus }
  | ({ type: "issue.opened" /** It was over, and came back. */; again: boolean } & IssueInBrief)
  | ({ type: "issue.acknowledged"; by: string } & IssueInBrief)
  | ({
      type: "issue.resolved" /** Whoever closed it, where no station could show that it is over. */;
      by?: string;
    } & IssueInBrief)
  | { type: "issue.changed"; issue: number }
  | { type: "site.changed"; site: number; what: "added" | "changed" }
  | { type: "token.changed"; token: string }
  /** What stations are to be set to. */
  | { type: "template.changed"; template: number }
  /** How stations stand to that became another. */
  | { type: "configuration.compared"; stations: number };

/** What an event says of an issue; where it is one of a whole site, the event is about no station. */
export interface IssueInBrief {
  issue: number;
  kind: IssueKind;
  severity: Severity;
  site?: number;
  /** How many symptoms it has, and how many of them still are. */
  children: number;
  active: number;
}

export type DomainEventType = DomainEvent["type"];

/** An event with the station's time and ours, as the journal takes it. */
export interface TimedEvent {
  event: DomainEvent;
  at: Date;
  receivedAt: Date;
}
