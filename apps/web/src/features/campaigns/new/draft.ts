import type { RouterInputs } from "@/live/router-types";
import { toSettings } from "../../configuration/setting-lines";
import { type AskedWork, commandWork, type HeldImage, type WizardCommand } from "./wizard-commands";

type Start = RouterInputs["campaigns"]["start"];
export type Chosen = Start["chosen"];

export const draftKinds = ["firmware", "configuration", "command", "outage"] as const;
export type DraftKind = (typeof draftKinds)[number];

/** Firmware as it is asked for; times as the person's own clock says them. */
export interface FirmwareDraft {
  from: "library" | "elsewhere";
  image?: number;
  unsigned: boolean;
  location: string;
  version: string;
  vendor: string;
  model: string;
  retrieveAt: string;
  installAt: string;
  retries: number;
  retryMinutes: number;
  /** A car has to have charged within so many hours; 0: that is not asked for. */
  sessionHours: number;
}

/** What stations are to be set to. */
export interface ConfigurationDraft {
  from: "templates" | "values";
  /** Only what this one says; without it, all that templates say. */
  template?: { id: number; name: string };
  /** Values as lines of text. */
  lines: string;
  reboot: boolean;
}

/** How it goes on from station to station; shares in percent. */
export interface HowDraft {
  inWaves: boolean;
  canaries: number;
  waves: number[];
  failures: number;
  successes: number;
  soakMinutes: number;
  approval: boolean;
  atOnce: number;
  onlyIdle: boolean;
  quiet: boolean;
  quietFrom: string;
  quietUntil: string;
  smallSiteBelow: number;
  startsAt: string;
  expiresHours: number;
}

export interface Draft {
  kind: DraftKind;
  firmware: FirmwareDraft;
  configuration: ConfigurationDraft;
  command: WizardCommand;
  /** The firmware that a command is about. */
  held?: HeldImage;
  outage: { from: string; until: string };
  how: HowDraft;
}

/** What each part of a draft is drawn with. */
export interface WhatProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

/** What is good for most: firmware goes out in waves, to stations where nobody charges; a command goes to all of them. */
export const newDraft = (kind: DraftKind, image?: number): Draft => ({
  kind,
  firmware: {
    ...{ from: "library", image, unsigned: false, location: "", version: "", vendor: "", model: "" },
    ...{ retrieveAt: "", installAt: "", retries: 3, retryMinutes: 5, sessionHours: 0 },
  },
  configuration: { from: "templates", lines: "", reboot: false },
  command: "reset-idle",
  outage: { from: "", until: "" },
  how: howFor(kind),
});

export const howFor = (kind: DraftKind): HowDraft => ({
  ...{ inWaves: kind === "firmware", canaries: 5, waves: [5, 25] },
  ...{ failures: 10, successes: 90, soakMinutes: 30, approval: false },
  ...{ atOnce: kind === "command" ? 200 : 50, onlyIdle: kind === "firmware" },
  ...{ quiet: false, quietFrom: "22:00", quietUntil: "05:00", smallSiteBelow: kind === "firmware" ? 4 : 0 },
  ...{ startsAt: "", expiresHours: kind === "firmware" ? 7 * 24 : 24 },
});

/** What is to be done, as the server takes it; undefined while something is missing. */
export const workOf = (draft: Draft): AskedWork | undefined => works[draft.kind](draft);

const works: Readonly<Record<DraftKind, (draft: Draft) => AskedWork | undefined>> = {
  firmware: ({ firmware }) => firmwareWork(firmware),
  configuration: ({ configuration: { from, template, lines, reboot } }) => {
    if (from === "templates") return { kind: "configuration", template: template?.id, reboot };
    const settings = toSettings(lines);
    return settings && settings.length > 0 ? { kind: "configuration", settings, reboot } : undefined;
  },
  command: ({ command, held }) => commandWork({ command, image: held }),
  outage: ({ outage: { from, until } }) =>
    from && until ? { kind: "command", command: { type: "set-availability", operative: false } } : undefined,
};

function firmwareWork(firmware: FirmwareDraft): AskedWork | undefined {
  const kind = "firmware";
  const times = {
    retrieveAt: instant(firmware.retrieveAt)?.toISOString(),
    installAt: instant(firmware.installAt)?.toISOString(),
    retries: firmware.retries,
    retrySeconds: firmware.retryMinutes * 60,
    sessionWithinSeconds: firmware.sessionHours > 0 ? firmware.sessionHours * 3_600 : undefined,
  };
  if (firmware.from === "library") {
    return firmware.image === undefined
      ? undefined
      : { kind, image: firmware.image, unsigned: firmware.unsigned, ...times };
  }
  const { location, version, vendor, model } = firmware;
  if (!location.trim() || !version.trim()) return undefined;
  return {
    ...{ kind, location: location.trim(), version: version.trim(), ...times },
    ...{ vendor: vendor.trim() || undefined, model: model.trim() || undefined },
  };
}

/** How stations are taken in turn, as the server takes it. */
export const paceOf = ({
  atOnce,
  onlyIdle,
  quiet,
  quietFrom,
  quietUntil,
  smallSiteBelow,
}: HowDraft): Start["pace"] => ({
  ...{ atOnce, onlyIdle, smallSiteBelow },
  window: quiet ? { from: quietFrom, until: quietUntil } : undefined,
});

/** Canaries, the waves after them, and the rest. */
export function stagesOf({ inWaves, canaries, waves, failures, successes, soakMinutes, approval }: HowDraft) {
  const rule = { failureShare: failures / 100, successShare: successes / 100, soakSeconds: soakMinutes * 60 };
  if (!inWaves) return [{ size: "rest" as const, failureShare: 1, successShare: 1, soakSeconds: 0, approval: false }];
  const later = [...waves.map((percent) => ({ share: percent / 100 })), "rest" as const];
  return [
    { size: { stations: canaries }, ...rule, approval: false },
    ...later.map((size, index) => ({
      ...{ size, ...rule, approval },
      // Nothing comes after the last one.
      soakSeconds: index === later.length - 1 ? 0 : rule.soakSeconds,
    })),
  ];
}

/** A moment as the person's own clock says it. */
export const instant = (local: string): Date | undefined => (local === "" ? undefined : new Date(local));
