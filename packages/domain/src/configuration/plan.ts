import { sameValue } from "../commands/same-value";
import type { Mutability } from "../variable";
import type { Desired } from "./template";

/** What a station said of one variable. */
export interface Reported {
  value?: string;
  mutability?: Mutability;
}

/** What is known of a station's variables. */
export interface Knowledge {
  /** By key. */
  reported: ReadonlyMap<string, Reported>;
  /** It has told all it has, so what it did not name it does not have. */
  isWhole: boolean;
  /** Variables that it was asked for by name. */
  asked?: ReadonlySet<string>;
  /** Keys that hold only after a boot. */
  afterReboot: ReadonlySet<string>;
}

/** What has to happen with one variable of a station. */
export type PlannedSetting = Desired &
  (
    | { is: "write"; from: string; needsReboot: boolean }
    /** Nothing is written. */
    | { is: "already"; from: string }
    | { is: "read-only"; from?: string }
    /** It can never be read back, so nobody knows what it is, nor could prove that it was written. */
    | { is: "write-only" }
    /** It has to be read before anybody knows. */
    | { is: "never-read" }
    /** The station does not have it. */
    | { is: "unknown" }
  );

/** From what a station is to what it is to be: what is written, and why the rest is not. */
export const planFor = (desired: readonly Desired[], knowledge: Knowledge): PlannedSetting[] =>
  desired.map((setting) => planned(setting, knowledge));

function planned(setting: Desired, { reported, isWhole, asked, afterReboot }: Knowledge): PlannedSetting {
  const { key, value } = setting;
  const known = reported.get(key);
  if (!known) return { ...setting, is: isWhole || asked?.has(key) ? "unknown" : "never-read" };
  const { value: from, mutability } = known;
  if (mutability === "write-only") return { ...setting, is: "write-only" };
  if (from === undefined) {
    if (mutability === "read-only") return { ...setting, is: "read-only" };
    return { ...setting, is: asked?.has(key) ? "write-only" : "never-read" };
  }
  if (sameValue(value, from)) return { ...setting, is: "already", from };
  if (mutability === "read-only") return { ...setting, is: "read-only", from };
  return { ...setting, is: "write", from, needsReboot: afterReboot.has(key) };
}

/** A variable that is known to be something else than it is to be. */
export interface Drift extends Desired {
  reported: string;
}

/** Where a station is known to be something else than it is to be; what was never read is not known. */
export const driftOf = (desired: readonly Desired[], reported: ReadonlyMap<string, Reported>): Drift[] =>
  desired.flatMap((setting) => {
    const value = reported.get(setting.key)?.value;
    return value === undefined || sameValue(setting.value, value) ? [] : [{ ...setting, reported: value }];
  });
