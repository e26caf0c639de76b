import type { Overview } from "@/server/now/overview";
import { addresses } from "../addresses";
import type { NeedOfPerson } from "./now-view";

/** How needs are said: the words come from whoever shows them. */
export interface NeedWords {
  issue(issue: Overview["issues"][number]): string;
  /** How far it is, and whose it is. */
  standing(issue: Overview["issues"][number]): string;
  refused(reason: string): string;
  nameless(): string;
  tries(count: number, from: string): string;
}

/** What does not heal by itself, worst first: issues, and callers who were turned away. */
export function needsOf(overview: Overview, words: NeedWords): NeedOfPerson[] {
  return [
    ...overview.issues.map((issue) => issueNeed(issue, words)),
    ...overview.refused.map((caller) => refusalNeed(caller, words)),
  ];
}

function issueNeed(issue: Overview["issues"][number], words: NeedWords): NeedOfPerson {
  const { id, kind, station, site, openedAt } = issue;
  return {
    id: `issue ${id}`,
    kind,
    title: words.issue(issue),
    where: site?.name,
    station: station?.identity,
    href: addresses.issue(id),
    since: openedAt,
    note: words.standing(issue),
  };
}

function refusalNeed(caller: Overview["refused"][number], words: NeedWords): NeedOfPerson {
  const { identity, remoteAddress, reason, tries, firstAt } = caller;
  return {
    id: `refused ${identity} ${remoteAddress} ${reason}`,
    kind: "refused",
    title: words.refused(reason),
    ...(identity === null ? { where: words.nameless() } : { station: identity }),
    href: addresses.refusals,
    since: firstAt,
    note: words.tries(tries, remoteAddress),
  };
}
