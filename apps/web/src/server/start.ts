import { setTimeout as pause } from "node:timers/promises";
import { env } from "../env";
import { log } from "./log";
import { running } from "./running";
import { giveFilesTime } from "./time-for-files";

const againMs = 2_000;

/** Begins what goes on by itself, and ends it with the process. An environment that is wrong ends the start. */
export function start(): void {
  env();
  giveFilesTime();
  const ending = new AbortController();
  const begun = begin(ending.signal);
  process.once("SIGTERM", () => {
    ending.abort();
    void begun.then((house) => house?.close());
  });
}

/** Tries until the database is there: nobody may ever ask for a page. */
async function begin(ending: AbortSignal) {
  while (!ending.aborted) {
    try {
      return await running();
    } catch (error) {
      log.error({ err: error }, "could not begin; trying again");
    }
    await pause(againMs, undefined, { signal: ending }).catch(() => {});
  }
  return undefined;
}
