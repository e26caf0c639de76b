"use client";

import { useState } from "react";
import { emptyPeriod } from "./periods-table";
import { freeNumber, type ProfileDraft } from "./profile-draft";
import { levelAbove } from "./schedule-of";
import type { Energy } from "./use-energy";

/** A profile being written; what follows from its purpose and place follows while nobody said otherwise. */
export function useProfileDraft({ held, station }: Energy) {
  const profiles = held.profiles.map(({ value }) => value);
  const places = [...new Set(station.connectors.map(({ evse }) => evse))];
  const [draft, setDraft] = useState<ProfileDraft>(() => {
    const evse = places[0] ?? 0;
    return settled({
      ...{ id: freeNumber(profiles), evse, purpose: evse === 0 ? "station-max" : "default", stackLevel: 0 },
      ...{ kind: "absolute", recurrence: "daily", hours: Number.NaN, unit: "A", periods: [emptyPeriod] },
      startsAt: new Date(Math.floor(Date.now() / minuteMs) * minuteMs).toISOString(),
    });
  });

  function settled(next: ProfileDraft, hasLevel = false): ProfileDraft {
    const evse = evsesFor(next.purpose, places).includes(next.evse) ? next.evse : evsesFor(next.purpose, places)[0];
    const placed = { ...next, evse: evse ?? 0 };
    return hasLevel ? placed : { ...placed, stackLevel: levelAbove(profiles, placed) };
  }

  return {
    draft,
    evses: evsesFor(draft.purpose, places),
    change: (facts: Partial<ProfileDraft>) =>
      setDraft((before) => settled({ ...before, ...facts }, !("purpose" in facts || "evse" in facts))),
  };
}

const minuteMs = 60_000;

/** Where a profile of a purpose can be. */
function evsesFor(purpose: ProfileDraft["purpose"], places: readonly number[]): number[] {
  if (purpose === "station-max" || purpose === "generation") return [0];
  return purpose === "session" ? [...places] : [0, ...places];
}
