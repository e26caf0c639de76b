import type { Queryable } from "@chargehand/db/pool";
import type { Fate, Verdict } from "@chargehand/domain/campaigns/fate";
import type { Command, CommandType } from "@chargehand/domain/command";
import type { OcppVersion } from "@chargehand/domain/vocabulary";
import type { Permission } from "../permissions";
import type { Settled } from "./settle";

/** What differs between campaigns by what they do; everything else is the engine's. */
export interface Kind {
  /**
   * What each of the stations would be told if it had its turn now, or why there is nothing to tell it. Also asked by a dry
   * run, which is none of a campaign yet.
   */
  give(
    db: Queryable,
    stations: readonly StationFacts[],
    now: Date,
    campaign?: number,
  ): Promise<ReadonlyMap<number, Given>>;
  /** What the fate of the command means for its station, which was given it then. */
  verdict(fate: Fate, when: { began: Date; now: Date }): Verdict;
  /** Looks at the stations of the campaign whose state is watching: what became of those that have shown something. */
  watch?(db: Queryable, campaign: number, now: Date): Promise<Settled[]>;
  /** A command of this type that a person gave, and that is not over, is waited for. */
  exclusive?: CommandType;
  /** What whoever makes one has to be allowed besides. */
  permission?: Permission;
  /** What the audit says of the work. */
  brief: Readonly<Record<string, string | number>>;
}

/**
 * The command of a station's turn; or there is nothing to do, which is a success; or what all its turns have come to; or why
 * it is only watched.
 */
export type Given =
  | { tell: Command }
  | { skip: string }
  | { end: "succeeded" | "failed"; reason: string }
  | { watch: string };

/** A station, as far as it decides what it is told. */
export interface StationFacts {
  id: number;
  version: OcppVersion | null;
  vendor: string | null;
  model: string | null;
  firmwareVersion: string | null;
  /** Milliseconds its clock is ahead of ours. */
  clockSkewMs: number | null;
}

/** The columns of station `s` that make its facts. */
export const factColumns = `s.id, s.version, s.vendor, s.model, s.firmware_version AS "firmwareVersion",
  s.clock_skew_ms AS "clockSkewMs"`;
