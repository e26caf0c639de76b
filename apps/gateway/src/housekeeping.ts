import { eventLag } from "@chargehand/db/events";
import { indexFrames } from "@chargehand/db/frame-index";
import { recountFrames } from "@chargehand/db/frame-recount";
import { beatGateway, keepPartitions, releaseStationsOfTheDead } from "@chargehand/db/gateways";
import { sweepHoldings } from "@chargehand/db/holdings-over";
import { dropContents } from "@chargehand/db/local-lists";
import { forgetCustomers } from "@chargehand/db/station-files";
import type { ConnectedStation } from "./connected-station";
import { endAtLimits } from "./end-at-limits";
import { sweepFiles } from "./files/sweep-files";
import type { House } from "./house";
import { readInventories } from "./inventories";
import { confirmLines } from "./watch-lines";

const beatSeconds = 5;
/** Three missed beats: its stations are taken to be disconnected. */
const silentSeconds = 16;
const ticksToConfirm = 30;
const ticksToInventories = 5;
/** So late at most is a session ended that has lasted as long as it may. */
const limitSeconds = 2;
/** Tokens that run out are found within this; those that are blocked, at once. */
const recheckSeconds = 60;
const sweepSeconds = 2;
const partitionSeconds = 3600;
const indexSeconds = 2;
const downloadSeconds = 1;
/** In one go, and goes in a row: a search can wait, stations cannot, so this never takes more than a tenth of a core. */
const indexAtOnce = 500;
const indexGoes = 8;
/** So long what stations told of customers may be read. */
const customerDays = 30;

/** Does what has to be done from time to time, beginning now; resolves with the way to end it. */
export async function keepHouse(
  stations: ReadonlyMap<number, ConnectedStation>,
  { tick, recheck, lists, downloads }: Record<"tick" | "recheck" | "lists" | "downloads", () => Promise<void>>,
  house: House,
): Promise<() => Promise<void>> {
  const { bus, db, gatewayId, log, metrics, settings } = house;
  const partitions = async () => {
    const { retentionFrameDays: frameDays, retentionSampleDays: sampleDays } = settings;
    const dropped = await keepPartitions(db, { frameDays, sampleDays });
    await dropContents(db);
    if (dropped.length > 0) log.info({ dropped }, "days past their retention were dropped");
  };
  // A frame is found by its answer too: it is entered when nobody waits for one any more.
  const settledSeconds = Math.max(180, settings.callTimeoutSeconds * 2);
  const index = async () => {
    for (let go = 0; go < indexGoes; go++) {
      if ((await indexFrames(db, { settledSeconds, most: indexAtOnce })) < indexAtOnce / 2) return;
    }
  };
  const recount = async () => {
    const minutes = await recountFrames(db);
    if (minutes > 0) log.info({ minutes }, "frames that were written late were entered into their index");
  };
  const sweep = async () => {
    if ((await sweepHoldings(db)) > 0) bus.publish("events");
  };
  const beat = async () => {
    await beatGateway(db, gatewayId);
    const released = await releaseStationsOfTheDead(db, silentSeconds);
    if (released > 0) bus.publish("events");
    if (released > 0) log.warn({ stations: released }, "a gateway died; its stations are disconnected");
    metrics.eventLagSeconds.set(await eventLag(db));
  };

  // Without partitions nothing can be written, so the door stays shut until they are there.
  await partitions();
  await beat();
  const ends = [
    repeat("tick", settings.tickSeconds, tick, house),
    repeat("beat", beatSeconds, beat, house),
    repeat("holdings", sweepSeconds, sweep, house),
    repeat("frame index", indexSeconds, index, house),
    repeat("inventories", settings.tickSeconds * ticksToInventories, () => readInventories(house), house),
    repeat("lines", settings.tickSeconds * ticksToConfirm, () => confirmLines(stations, house), house),
    repeat("limits", limitSeconds, () => endAtLimits(stations, house), house),
    repeat("local lists", settings.tickSeconds, lists, house),
    repeat("downloads", downloadSeconds, downloads, house),
    repeat("tokens", recheckSeconds, recheck, house),
    repeat("frame count", partitionSeconds, recount, house),
    repeat("partitions", partitionSeconds, partitions, house),
    repeat("files", partitionSeconds, () => sweepFiles(house), house),
    repeat("customers", partitionSeconds, () => forgetCustomers(db, customerDays), house),
  ];
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}

/** Repeats a task with a pause between; the loop survives what goes wrong in it. */
function repeat(name: string, seconds: number, task: () => Promise<void>, { log }: House): () => Promise<void> {
  let ended = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(() => {
      running = task()
        .catch((error) => log.warn({ err: error }, `housekeeping failed: ${name}`))
        .finally(() => {
          if (!ended) next();
        });
    }, seconds * 1000);
  };
  next();
  return () => {
    ended = true;
    clearTimeout(timer);
    return running;
  };
}
