import type { ChargingProfile } from "./charging/profile";
import type { Command, VariableWrite } from "./command";
import type { HoldingKind } from "./holding";
import type { MessageKind } from "./report";
import type { VariableRef } from "./variable";
import type { Place, TokenRef, ToldInParts, Work } from "./vocabulary";

/** What would prove that a command happened. Stored as JSON with the command, so it survives every process. */
export type Watch =
  | { for: "session-started"; evse?: number; token: TokenRef; remoteStartId?: number }
  | { for: "session-ended"; session: string }
  | { for: "boot" }
  /** That an evse goes out of service and comes back. */
  | {
      for: "restarted";
      evse: number;
      /** Its connectors that were in service when it was sent. */
      inService?: number[];
      /** They went. */
      down?: true;
    }
  | { for: "availability"; operative: boolean; place?: Place }
  | { for: "message"; message: MessageKind; place?: Place }
  | { for: "variables"; writes: VariableWrite[] }
  /** Without `of`, the station's variables. */
  | {
      for: "report";
      requestId: number;
      of?: ToldInParts;
      /** Everything was asked for. */
      whole?: boolean;
      /** The parts that came, as a set of sequence numbers, and the number of the last one. */
      seen?: string;
      end?: number;
    }
  /** That the station tells a stream at this pace. */
  | { for: "stream"; stream: number; intervalSeconds?: number; values?: number }
  | {
      for: "progress";
      of: Work;
      requestId?: number;
      /** The firmware that ran when it was sent. */
      before?: string;
      /** The firmware that is to run then. */
      expected?: string;
      /** The station says that it is done. */
      claimed?: true;
      /** The other firmware with which it has booted since. */
      booted?: string;
      /** Its file is to come to us, so that nothing but the file proves it. */
      file?: true;
    }
  | { for: "reserved"; place: Place }
  | {
      for: "local-list";
      version: number /** The list is emptied, and an empty one may have no version. */;
      empty?: true;
    }
  /** That the station names it when it is asked what it holds. */
  | { for: "named"; kind: HoldingKind; key: string }
  /** That the station's own schedule of an evse stays within a profile. */
  | { for: "limit"; profile: ChargingProfile; evse: number }
  /** That the station reads this message back. */
  | { for: "displayed"; message: number; text: string }
  /** That the station tells it counts by this tariff. */
  | { for: "tariff"; name: string }
  /** That the station tells it counts this session by this tariff. */
  | { for: "session-tariff"; session: string; name: string }
  /** The answer itself says that it happened. */
  | { for: "answer" };

/** How a command is followed after it was accepted. */
export interface ProofPlan {
  watch: Watch;
  /** Seconds after the answer until the command counts as unproven. */
  deadlineSeconds: number;
  /** The station was told to wait until then, so the seconds count from then, where that is later. */
  from?: string;
  /** The station's own time-out in seconds: where its value is known, the deadline is that and some grace. */
  deadlineVariable?: VariableRef;
  /** Whose time-out the deadline is: the station's own, or what is usual for its model. Absent: assumed by us. */
  deadlineFrom?: "station" | "model";
  /** A question to the station that brings the evidence, sent right after the answer. */
  probe?: Command;
}
