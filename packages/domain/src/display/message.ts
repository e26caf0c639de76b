/** Which message goes first: always in front there is one only, the newest. */
export const displayPriorities = ["always-front", "in-front", "normal-cycle"] as const;
export type DisplayPriority = (typeof displayPriorities)[number];

/** What goes on at the station while a message is to be seen; the last two since 2.1. */
export const displayStates = ["charging", "faulted", "idle", "unavailable", "suspended", "discharging"] as const;
export type DisplayState = (typeof displayStates)[number];

export const displayFormats = ["utf8", "ascii", "html", "uri", "qr-code"] as const;
export type DisplayFormat = (typeof displayFormats)[number];

/** A text for a driver. */
export interface DisplayText {
  text: string;
  format: DisplayFormat;
  language?: string;
}

/** A message on a station's display. */
export interface DisplayMessage extends DisplayText {
  priority: DisplayPriority;
  /** Absent: whatever goes on. */
  state?: DisplayState;
  from?: string;
  until?: string;
  /** Only as long as this session runs, by its name on the wire. */
  session?: string;
  /** The same in other languages. */
  others?: DisplayText[];
}
