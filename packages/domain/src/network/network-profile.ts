/** A way to a network, as a station keeps it in one of its slots. The password that it shows there stays its own. */
export interface NetworkProfile {
  url: string;
  /** 0 and 1: a password at most; 2: and the network proves itself by TLS; 3: so does the station. */
  securityProfile: number;
  link: NetworkLink;
  /** How long it waits for an answer. */
  timeoutSeconds: number;
  /** By which name it goes there, where that is another one. */
  identity?: string;
}

/** What of a station's links it takes. */
export const networkLinks = [
  "any",
  "wired-0",
  "wired-1",
  "wired-2",
  "wired-3",
  "wireless-0",
  "wireless-1",
  "wireless-2",
  "wireless-3",
] as const;
export type NetworkLink = (typeof networkLinks)[number];
