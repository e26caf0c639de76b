import type { DisplayMessage } from "../display/message";

/** What an operator can tell a station about its display. */
export type DisplayCommand =
  /** The message bears the number of its command, or of the one it takes the place of. */
  | { type: "show-message"; message: Omit<DisplayMessage, "session">; session?: string; replaces?: number }
  | { type: "clear-message"; message: number }
  /** Without a number: all of them. */
  | { type: "read-messages"; message?: number };
