import type { StationState } from "@chargehand/domain/station-state";
import type { Mailbox } from "./mailbox";
import type { RecentAnswers } from "./recent-answers";
import type { TrailingFrames } from "./trailing-frames";
import type { Link } from "./websocket-link";

/** One connection of a station, and what is known of the station while it lasts. */
export interface ConnectedStation {
  readonly id: number;
  readonly identity: string;
  readonly epoch: number;
  readonly authenticated: "none" | "password" | "password-hex";
  readonly link: Link;
  /** By what name it reached us, as far as it said so. */
  readonly dialed: { host: string | undefined; secure: boolean };
  /** Shared with the station's earlier connections here, so that what they said last is decided first. */
  readonly mailbox: Mailbox;
  readonly recent: RecentAnswers;
  readonly trailing: TrailingFrames;
  /** Undefined before it is loaded, and once this connection speaks for the station no more. */
  state: StationState | undefined;
  /** When this connection may be told something: after its boot was answered, or after a quiet while. */
  readyAt: number;
  /** Milliseconds the station's clock was last seen ahead of ours. */
  clockSkewMs?: number;
}

/** Ends a connection that may not speak for its station any more; what it still says changes nothing. */
export function dismiss(station: ConnectedStation, code: number, reason: string) {
  station.state = undefined;
  station.link.close(code, reason);
}
