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
import { type PreparedList, prepareList } from "@chargehand/domain/local-list/list-entry";
import { nextListStep } from "@chargehand/domain/local-list/next-step";
import { type ListUpdate, planList } from "@chargehand/domain/local-list/plan-list";
import { listWords } from "@chargehand/ocpp/list-words";
import type { House } from "./house";

/** A plan under way; it is lost with its process, and then made anew from what the station says it holds. */
interface Plan {
  updates: readonly ListUpdate[];
  hash: string;
}

/** Makes the task that brings local lists to stations, one message after the other, each read back before the next. */
export function createLocalLists(house: House): () => Promise<void> {
  const { bus, db, gatewayId } = house;
  const plans = new Map<number, Plan>();

  return async () => {
    const work = await listWork(db, gatewayId);
    if (work.length === 0) return;
    const maker = createListMaker(db, listWords, new Date());
    const contents = createContents(house);
    for (const each of work) await advance(each, maker, contents);
    bus.publish("events");
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
        await begin(work, make, contents);
        break;
      case "send":
        if (plan) await send(station, plan, step.step);
        break;
      case "done": {
        const version = plan?.updates.at(-1)?.version;
        if (plan && version !== undefined) {
          const held = { version, hash: plan.hash };
          await writeListStep(db, station, { state: "idle", step: 0, repairs: 0, held });
        }
        plans.delete(station);
        break;
      }
      case "fail":
        plans.delete(station);
        await writeListStep(db, station, { state: "failed", repairs: 0, detail: step.why });
        break;
    }
    bus.publish("commands", String(station));
  }

  async function begin(work: ListWork, make: ReturnType<typeof createListMaker>, contents: Contents) {
    const { station, site, version, heldVersion, heldHash, repairs } = work;
    const list = await listOf(db, station);
    const wanted = list ? await make(list, { id: station, site, version }) : prepareList([]);
    const held = heldVersion === undefined || heldHash === undefined ? undefined : await contents(heldHash);
    const reported = (await reportedVersion(db, station)) ?? 0;
    const plan = planList({
      held: held && heldVersion !== undefined ? { version: heldVersion, list: held } : undefined,
      reported,
      wanted,
      limits: await readListLimits(db, station),
      mend: repairs > 0,
    });
    switch (plan.kind) {
      case "in-step":
        await writeListStep(db, station, { state: "idle", step: 0, repairs: 0 });
        return;
      case "no-list":
        await writeListStep(db, station, { state: "failed", repairs: 0, detail: "the station has no local list" });
        return;
      case "too-long": {
        const detail = `${plan.wanted} tokens are to be on it, and the station holds at most ${plan.capacity}`;
        await writeListStep(db, station, { state: "failed", repairs: 0, detail });
        return;
      }
      case "updates": {
        const hash = hashOf(wanted);
        await keepContent(db, hash, wanted);
        plans.set(station, { updates: plan.updates, hash });
        await send(station, { updates: plan.updates, hash }, 0, { mode: plan.mode, baseVersion: reported });
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
