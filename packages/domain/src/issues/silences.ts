import { type Draft, dropSilence, keepSilence } from "./book";
import { type Symptom, togetherMs } from "./issue";
import { type Home, raise, stationHome } from "./raise";
import type { Signal, Silence } from "./signal";

/** A station lost its connection: it may be back in a moment. */
export function lose(draft: Draft, { at, station, site, graceMs, byUs, closeReason }: Extract<Signal, { is: "lost" }>) {
  if (draft.silences.has(station)) return;
  const dueAt = new Date(at.getTime() + graceMs);
  keepSilence(draft, { station, site, since: at, dueAt, byUs, closeReason });
}

export const hear = (draft: Draft, station: number) => dropSilence(draft, station);

/** Makes issues of those who have been silent for too long, and one of a site that most of its stations were lost from. */
export function raiseSilences(draft: Draft, to: Date): void {
  for (const [site, silent] of bySite(draft)) {
    let longGone = 0;
    for (const together of lostTogether(silent)) {
      raiseTogether(draft, together, { site, reachable: (draft.sites.get(site) ?? 0) - longGone, to });
      longGone += together.length;
    }
  }
}

function raiseTogether(
  draft: Draft,
  together: readonly Silence[],
  { site, reachable, to }: { site: number; reachable: number; to: Date },
): void {
  const waiting = together.filter(({ raised }) => raised === undefined);
  const due = waiting.filter(({ dueAt }) => dueAt <= to);
  const isPartOfSite = together.some(({ raised }) => raised === "site");
  const isMostOfSite = site !== nowhere && together.length > 1 && together.length * 2 > reachable;
  const last = Math.max(...together.map(({ since }) => since.getTime()));
  const isSettled = !together.some(({ byUs }) => byUs) && last + togetherMs <= to.getTime();

  if (isPartOfSite || (isMostOfSite && (isSettled || due.length > 0))) {
    for (const silence of waiting) raiseAt(draft, silence, to, "site");
  } else for (const silence of due) raiseAt(draft, silence, to, "station");
}

function raiseAt(draft: Draft, silence: Silence, at: Date, raised: "station" | "site"): void {
  const { station, site, since, closeReason } = silence;
  const symptom: Symptom = { station, key: "", group: "", facts: { kind: "offline", closeReason } };
  const home = raised === "site" && site !== undefined ? siteHome(site) : stationHome(symptom);
  raise(draft, symptom, { at, since }, home);
  keepSilence(draft, { ...silence, raised });
}

const siteHome = (site: number): Home => ({ key: `offline:site:${site}`, where: { site }, severity: "critical" });

/** A station that stands nowhere is alone with its silence. */
const nowhere = -1;

/** In the order in which they fell silent. */
function bySite({ silences }: Draft): Map<number, Silence[]> {
  const sites = new Map<number, Silence[]>();
  for (const silence of [...silences.values()].toSorted((a, b) => a.since.getTime() - b.since.getTime())) {
    const { site = nowhere } = silence;
    const others = sites.get(site);
    if (others) others.push(silence);
    else sites.set(site, [silence]);
  }
  return sites;
}

/** Splits silences, in their order, wherever nothing was lost for a while. */
function lostTogether(silences: readonly Silence[]): Silence[][] {
  const groups: Silence[][] = [];
  for (const silence of silences) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && silence.since.getTime() - before.since.getTime() <= togetherMs) group.push(silence);
    else groups.push([silence]);
  }
  return groups;
}
