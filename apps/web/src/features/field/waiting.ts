import type { Command } from "@chargehand/domain/command";
import { z } from "zod/mini";

/** What somebody told a station while the phone had no line, and how long it still makes sense to send it. */
export interface WaitingAction {
  id: string;
  stationId: number;
  station: string;
  command: Command;
  /** As it was called on the button. */
  label: string;
  until: number;
}

/** Whoever stands before the station has long left after that. */
export const patienceMs = 10 * 60_000;

const storedAs = "field.waiting";

const stored = z.array(
  z.object({
    id: z.string(),
    stationId: z.number(),
    station: z.string(),
    // Written by ourselves, and the server reads it again.
    command: z.custom<Command>((value) => typeof value === "object" && value !== null),
    label: z.string(),
    until: z.number(),
  }),
);

/** What waits in this browser, the oldest first. */
export function readWaiting(): readonly WaitingAction[] {
  try {
    return stored.parse(JSON.parse(localStorage.getItem(storedAs) ?? "[]"));
  } catch {
    // Nothing kept, nothing that can be kept, or kept by another version.
    return [];
  }
}

export function keepWaiting(actions: readonly WaitingAction[]): void {
  try {
    localStorage.setItem(storedAs, JSON.stringify(actions));
  } catch {
    // A browser that keeps nothing forgets them with the page.
  }
}

/** What is to be sent now that there is a line, and what is not: its time is over, and it is only shown. */
export function sortOut(actions: readonly WaitingAction[], now: number) {
  return {
    due: actions.filter(({ until }) => now < until),
    over: actions.filter(({ until }) => now >= until),
  };
}
