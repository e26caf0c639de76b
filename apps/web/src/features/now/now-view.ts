import type { IssueKind } from "@chargehand/domain/issues/issue";
import type { GlyphName } from "@/components/glyph";
import type { CommandView } from "../commands/command-view";
import type { ConnectorState } from "../connectors/connector-state";

/** The whole network at a glance. */
export interface NowView {
  /** When it was counted. */
  at: Date;
  connectors: Readonly<Record<ConnectorState, number>>;
  stations: number;
  sites: number;
  /** What all sessions draw together, in watts. */
  powerW: number;
  /** The site with most of the faults, where one has. */
  worstSite?: { name: string; faulted: number };
  needsPerson: readonly NeedOfPerson[];
  unproven: readonly CommandView[];
  sitePower: readonly SitePowerView[];
  /** How many sessions run, and the latest of them. */
  openSessions: number;
  running: readonly RunningView[];
}

/** A site with how many of its stations are there, and what they draw. */
export interface SitePowerView {
  name: string;
  stations: number;
  connected: number;
  /** Stations with something out of order. */
  faulted: number;
  powerW: number;
}

export interface RunningView {
  id: string;
  station: string;
  place?: string;
  state: ConnectorState;
  powerW?: number;
  startedAt: Date;
}

/** Something that does not heal by itself. */
export interface NeedOfPerson {
  id: string;
  kind: IssueKind | "pending" | "refused";
  title: string;
  /** The site, or where a caller came from. */
  where?: string;
  /** The station, with its connector. */
  station?: string;
  href: string;
  since: Date;
  /** What is known, or was tried. */
  note?: string;
}

/** The mark of each kind. */
export const needGlyphs = {
  fault: "faulted",
  alert: "attention",
  security: "attention",
  offline: "offline",
  session: "attention",
  unproven: "unproven",
  drift: "attention",
  pending: "attention",
  refused: "failed",
} as const satisfies Record<NeedOfPerson["kind"], GlyphName>;

/** Shares of the bar and the counts below it; both ways of being paused are one, to whoever looks at all of it. */
export const nowStates = [
  { id: "faulted", states: ["faulted"] },
  { id: "offline", states: ["offline"] },
  { id: "out-of-service", states: ["out-of-service"] },
  { id: "charging", states: ["charging"] },
  { id: "paused-by-car", states: ["paused-by-car", "paused-by-station"] },
  { id: "plugged-in", states: ["plugged-in"] },
  { id: "unplug", states: ["unplug"] },
  { id: "reserved", states: ["reserved"] },
  { id: "available", states: ["available"] },
] as const satisfies readonly { id: ConnectorState; states: readonly ConnectorState[] }[];
