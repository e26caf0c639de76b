import { type ListWork, listWork, writeListStep } from "@chargehand/db/list-work";
import {
  createListMaker,
  hashOf,
  keepContent,
  listOf,
  loadContent,
  readListLimits,
  reportedVersion,
} from "@chargehand/db/local-lists";
import { withChanges } from "@chargehand/domain/local-list/difference";
import { type PreparedList, prepareList } from "@chargehand/domain/local-list/list-entry";
import { nextListStep } from "@chargehand/domain/local-list/next-step";
import { type ListSituation, type ListUpdate, planList } from "@chargehand/domain/local-list/plan-list";
import { listWords } from "@chargehand/ocpp/list-words";
import type { House } from "./house";
import { createListLook } from "./list-look";

/** A plan under way; it is lost with its process, and then made anew from what the station says it holds. */
interface Plan {
  updates: readonly ListUpdate[];
  hash: string;
  /** What the station held before the first of them, where that is known and goes on to be so. */
  before: PreparedList;
  /** It is not what the station should hold any more. */
  isOutdated?: boolean;
}

/** What brings local lists to stations. */
export interface LocalLists {
  /** Tokens, groups or lists changed. */
  changed(): void;
  /** Goes one step on with each list that is on its way: one message after the other, each read back before the next. */
  work(): Promise<void>;
}

export function createLocalLists(house: House): LocalLists {
  const { bus, db, gatewayId, settings } = house;
  const plans = new Map<number, Plan>();
  const { changed, look } = createListLook(house, {
    onTurn(stations) {
      for (const station of stations) {
        const plan = plans.get(station);
        if (plan) plan.isOutdated = true;
      }
    },
  });

  return {
    changed,
    async work() {
      await look();
      const work = await listWork(db, gatewayId, settings.listsAtOnce);
      if (work.length === 0) return;
      const maker = createListMaker(db, listWords, new Date());
      const contents = createContents(house);
      for (const each of work) await advance(each, maker, contents);
      bus.publish("events");
    },
  };

  async function advance(work: ListWork, make: ReturnType<typeof createListMaker>, contents: Contents) {
    const { station, repairs } = work;
    const plan = plans.get(station);
    const step = nextListStep({ ...work, steps: plan?.updates.length }, work.command);
    switch (step.do) {
      case "wait":
        return;
      case "read":
        plans.delete(station);
        await writeListStep(
          db,
          station,
          { state: "reading", step: 0, repairs: step.mend ? repairs + 1 : repairs },
          { command: { type: "read-local-list" }, reason: "which list it holds, before it is changed" },
        );
        break;
      case "plan":
        await begin(work, make, await heldBefore(work, contents));
        break;
      case "send":
        // Who was revoked meanwhile does not wait until the rest of an outdated list has gone.
        if (plan?.isOutdated) await begin(work, make, heldMeanwhile(plan, step.step));
        else if (plan) await send(station, plan, step.step);
        break;
      case "done": {
        const version = plan?.updates.at(-1)?.version;
        if (plan && version !== undefined) {
          const held = { version, hash: plan.hash };
          await writeListStep(db, station, { state: plan.isOutdated ? "due" : "idle", step: 0, repairs: 0, held });
        }
        plans.delete(station);
        break;
      }
      case "fail":
        plans.delete(station);
        await writeListStep(db, station, { state: step.unable ? "unable" : "failed", repairs: 0, detail: step.why });
        break;
    }
    bus.publish("commands", String(station));
  }

  async function begin(work: ListWork, make: ReturnType<typeof createListMaker>, held: Held | undefined) {
    const { station, site, version, repairs } = work;
    const list = await listOf(db, station);
    const wanted = list ? await make(list, { id: station, site, version }) : prepareList([]);
    const reported = (await reportedVersion(db, station)) ?? 0;
    const limits = await readListLimits(db, station);
    const plan = planList({ held, reported, wanted, limits, mend: repairs > 0 });
    const hash = hashOf(wanted);
    switch (plan.kind) {
      case "in-step":
        await writeListStep(db, station, { state: "idle", step: 0, repairs: 0 });
        return;
      case "no-list":
        await writeListStep(db, station, { state: "unable", repairs: 0, detail: "the station has no local list" });
        return;
      case "too-long": {
        const detail = `${plan.wanted} tokens are to be on it, and the station holds at most ${plan.capacity}`;
        await writeListStep(db, station, { state: "failed", repairs: 0, detail, targetHash: hash });
        return;
      }
      case "updates": {
        await keepContent(db, hash, wanted);
        const before = plan.mode === "differential" && held ? held.list : prepareList([]);
        const begun = { updates: plan.updates, hash, before };
        plans.set(station, begun);
        await send(station, begun, 0, { mode: plan.mode, baseVersion: reported });
      }
    }
  }

  async function send(
    station: number,
    { updates, hash }: Plan,
    step: number,
    begun: { mode?: string; baseVersion?: number } = {},
  ) {
    const update = updates[step];
    if (!update) return;
    await writeListStep(
      db,
      station,
      { ...begun, state: "sending", step, targetHash: hash },
      { command: { type: "send-local-list", ...update }, reason: `part ${step + 1} of ${updates.length} of its list` },
    );
  }
}

type Held = NonNullable<ListSituation["held"]>;

async function heldBefore({ heldVersion, heldHash }: ListWork, contents: Contents): Promise<Held | undefined> {
  const list = heldVersion === undefined || heldHash === undefined ? undefined : await contents(heldHash);
  return list && heldVersion !== undefined ? { version: heldVersion, list } : undefined;
}

/** What a station holds that has taken the first of a plan's updates. */
function heldMeanwhile({ before, updates }: Plan, taken: number): Held | undefined {
  const done = updates.slice(0, taken);
  const version = done.at(-1)?.version;
  const changes = done.flatMap(({ lines }) => lines);
  return version === undefined ? undefined : { version, list: withChanges(before, changes) };
}

type Contents = (hash: string) => Promise<PreparedList | undefined>;

/** What stations hold, each content loaded once in a turn. */
function createContents({ db }: Pick<House, "db">): Contents {
  const loaded = new Map<string, Promise<PreparedList | undefined>>();
  return (hash) => {
    const known = loaded.get(hash) ?? loadContent(db, hash);
    loaded.set(hash, known);
    return known;
  };
}
