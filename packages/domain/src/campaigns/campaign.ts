import type { Command } from "../command";
import type { Template } from "../configuration/template";

/** The same work on many stations; what a kind means for one of them is a row of the engine's table of kinds. */
export type CampaignWork =
  /** Each station is told the same. */
  { kind: "command"; command: Command } | FirmwareWork | ConfigurationWork | ListWork;

/** Each station is set to what is desired of it, one command after another, each read back. */
export interface ConfigurationWork {
  kind: "configuration";
  /** What was desired when the campaign was made: templates may change while it runs. */
  templates: readonly Template[];
  /** Stations are reset for what holds only after a boot. */
  reboot: boolean;
}

/** Each station is brought the list of tokens that is for it. */
export interface ListWork {
  kind: "list";
  /** Whatever it says it holds, it is sent the whole list; else the least that makes it hold it. */
  whole: boolean;
}

/** Each station gets new firmware, from the library or from elsewhere. */
export interface FirmwareWork {
  kind: "firmware";
  /** What a station says that it runs, once it has booted with it: nothing else is success. */
  version: string;
  /** Whom it is for; stations of another vendor or model are left out. */
  vendor?: string;
  model?: string;
  /** An image of the library, or where it lies. */
  image?: number;
  location?: string;
  signature?: string;
  certificate?: string;
  /** The image is signed, and stations are to check that. */
  signed: boolean;
  /** Without it, as soon as a station has its turn. */
  retrieveAt?: string;
  installAt?: string;
  retries?: number;
  retrySeconds?: number;
  /** A station that has not booted with it after this time counts as unproven; what it shows later still counts. */
  patienceSeconds: number;
  /** A car has to have charged there within this time after the boot. */
  sessionWithinSeconds?: number;
}

export type CampaignKind = CampaignWork["kind"];
export type WorkOf<K extends CampaignKind> = Extract<CampaignWork, { kind: K }>;

/**
 * `draft` → `running` ⇄ `paused` → `finished`; or → `stopping` (nothing is begun any more, what is under way is
 * followed) → `stopped`. A start time makes a running campaign wait.
 */
export const campaignStatuses = ["draft", "running", "paused", "stopping", "stopped", "finished"] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** `held`: a person has to say that it may begin. */
export const stageStatuses = ["waiting", "held", "running", "succeeded", "failed"] as const;
export type StageStatus = (typeof stageStatuses)[number];

/**
 * What has become of the work at one station. `watching`: it was done, and has to stand a test. `skipped`: there was
 * nothing to do there, which is a success. `unproven`: nobody knows. `left`: its turn never came before the campaign ended.
 */
export const targetStates = [
  "waiting",
  "working",
  "watching",
  "succeeded",
  "skipped",
  "failed",
  "unproven",
  "left",
] as const;
export type TargetState = (typeof targetStates)[number];

/** How many stations at once, and when. */
export interface Pace {
  /** Most stations that are worked on at once. */
  atOnce: number;
  /** Most stations that are begun in a minute. */
  perMinute?: number;
  /** Nobody is charging there. */
  onlyIdle: boolean;
  /** Sites with fewer stations than this have one worked on at a time; 0: no site is spared. */
  smallSiteBelow: number;
  /** Begin only in these hours of the site's own time. */
  window?: Window;
}

/** Hours of a day, "22:00" until "05:00": over midnight where it ends before it begins. */
export interface Window {
  from: string;
  until: string;
}

/** What a stage is to reach before the next may begin; shares are of its stations, 0 to 1. */
export interface StageRule {
  /** Above this share of failures and of those that stay unproven the campaign pauses by itself. */
  failureShare: number;
  /** From this share of successes on the next stage may begin, while stragglers finish. */
  successShare: number;
  /** Seconds that pass after that, for failures to show. */
  soakSeconds: number;
  /** A person has to say that it may begin. */
  approval: boolean;
}
