import type { CommandState } from "../commands/command-view";
import type { MessageRow } from "../messages/message-view";

/** A call that a station can be sent. */
export interface CallView {
  action: string;
  /** The specification's block: a letter in 2.x, a profile's name in 1.6. */
  block: string;
  purpose: string;
}

/** A call somebody made by hand, to be made again. */
export interface PastCall {
  id: string;
  station: string;
  action: string;
  payload: object;
  at: Date;
  by: string;
  state: CommandState;
}

/** A call somebody keeps by name. */
export interface SavedCall {
  id: number;
  name: string;
  action: string;
  payload: object;
  owner: string;
  isMine: boolean;
  at: Date;
}

/** A frame that followed a call; it has its own page. */
export type FollowedFrame = Omit<MessageRow, "station">;
