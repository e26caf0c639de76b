import { setImmediate as breathe } from "node:timers/promises";
import { type ListLooked, listsToLookAt, writeLooks } from "@chargehand/db/list-look";
import { createListMaker, hashOf, loadContent } from "@chargehand/db/local-lists";
import { difference, isRevoked } from "@chargehand/domain/local-list/difference";
import type { PreparedList } from "@chargehand/domain/local-list/list-entry";
import { lookAtList } from "@chargehand/domain/local-list/look-at-list";
import { listWords } from "@chargehand/ocpp/list-words";
import type { House } from "./house";

/** Finds the stations that no longer hold what they should, and has their lists brought. */
export interface ListLook {
  /** Tokens, groups or lists changed: all lists are looked at as soon as it is quiet. */
  changed(): void;
  /** Looks at the stations something was heard of, or at all when that is due. */
  look(): Promise<void>;
}

/** Many changes in a row are one, and one after another are no reason to wait for ever. */
const quietMs = 1_000;
const longestMs = 10_000;
/** Tokens that begin or end to be valid are found within this. */
const allEveryMs = 300_000;
const turnsToLook = 5;

/** `onTurn`: what is on its way to these stations is not what they should hold any more. */
export function createListLook(
  { db, gatewayId }: House,
  { onTurn }: { onTurn(stations: readonly number[]): void },
): ListLook {
  let firstChange: number | undefined;
  let lastChange = 0;
  let lastAll = Date.now();
  let turns = 0;
  let making = startOver();

  function startOver() {
    return { maker: createListMaker(db, listWords, new Date()), urgency: createUrgency(db) };
  }

  /** Which stations have their turn; none in most turns. */
  function next(): "all" | "heard" | undefined {
    const now = Date.now();
    const settled = firstChange !== undefined && (now - lastChange >= quietMs || now - firstChange >= longestMs);
    if (settled || now - lastAll >= allEveryMs) {
      firstChange = undefined;
      lastAll = now;
      making = startOver();
      return "all";
    }
    return ++turns % turnsToLook === 0 ? "heard" : undefined;
  }

  return {
    changed() {
      lastChange = Date.now();
      firstChange ??= lastChange;
    },
    async look() {
      const which = next();
      const found = which ? await listsToLookAt(db, gatewayId, which) : [];
      if (found.length === 0) return;
      const looked: ListLooked[] = [];
      const turning: number[] = [];
      for (const { station, list, look } of found) {
        // A list of very many tokens takes a while to make, and stations are not to wait for it.
        await breathe();
        const wanted = await making.maker(list, station);
        const verdict = lookAtList({ ...look, wanted: hashOf(wanted) });
        if (verdict === "turn") turning.push(station.id);
        const due = verdict === "bring" || verdict === "mend";
        const urgent = due && look.held !== undefined && (await making.urgency(look.held, wanted));
        looked.push({ station: station.id, due: due ? { urgent, mend: verdict === "mend" } : undefined });
      }
      onTurn(turning);
      await writeLooks(db, looked);
    },
  };
}

/** Tells whether somebody lost a right between two lists; of stations that hold the same, it is found out once. */
function createUrgency(db: House["db"]) {
  const found = new Map<string, boolean>();
  return async (held: string, wanted: PreparedList): Promise<boolean> => {
    const pair = `${held} ${hashOf(wanted)}`;
    const known = found.get(pair);
    if (known !== undefined) return known;
    const before = await loadContent(db, held);
    const isUrgent = before !== undefined && difference(before, wanted).some(isRevoked);
    found.set(pair, isUrgent);
    return isUrgent;
  };
}
