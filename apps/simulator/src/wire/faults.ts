/** What is to go wrong. All of it can be changed while the station runs. */
export type Faults = {
  /** Chance that a transaction message is sent once more after it was acknowledged, with the same id. */
  duplicate: number;
  /** Chance that a transaction message overtakes the one before it. */
  reorder: number;
  /** Commands answered with the refusal their version knows; "all" or by action. */
  reject: ReadonlySet<string> | "all";
  /** Commands answered with a CALLERROR InternalError. */
  error: ReadonlySet<string> | "all";
  /** Commands that this station does not offer, although its version has them. */
  unsupported: ReadonlySet<string> | "all";
  /** Milliseconds before any answer. */
  slowAnswers: number;
  /** Commands never answered. */
  neverAnswer: ReadonlySet<string> | "all";
  neverPong: boolean;
  /** The station's clock is off by so many milliseconds. */
  clockSkew: number;
  /** The station's clock stands still. */
  frozenClock: boolean;
  /** The line is cut on average every so many milliseconds; 0 for never. */
  dropEvery: number;
  /** Connectors cannot be unlocked. */
  jammedLock: boolean;
  /** How updates of the firmware fail. */
  firmware: FirmwareFault | undefined;
  /** Logs cannot be sent. */
  failedUploads: boolean;
};

/**
 * The download breaks off, the signature or the checksum is wrong, the installation fails; or it is said to be installed,
 * and the old version boots, or nothing does, or what boots has broken connectors.
 */
export const firmwareFaults = [
  "download-failed",
  "invalid-signature",
  "installation-failed",
  "boots-old",
  "never-returns",
  "cannot-charge",
] as const;
export type FirmwareFault = (typeof firmwareFaults)[number];

export const noFaults: Faults = {
  duplicate: 0,
  reorder: 0,
  reject: new Set(),
  error: new Set(),
  unsupported: new Set(),
  slowAnswers: 0,
  neverAnswer: new Set(),
  neverPong: false,
  clockSkew: 0,
  frozenClock: false,
  dropEvery: 0,
  jammedLock: false,
  firmware: undefined,
  failedUploads: false,
};

export function concerns(ordered: ReadonlySet<string> | "all", action: string): boolean {
  return ordered === "all" || ordered.has(action);
}
