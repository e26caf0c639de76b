import { type Download, type DownloadStep, noteDownloads } from "@chargehand/db/firmware-downloads";
import type { House } from "../house";

/** How far downloads have come: known here at every byte, kept at most once a second and at their end. */
export interface DownloadBook {
  /** Somebody began to fetch, or to fetch on. */
  begun(download: Download): void;
  /** Bytes up to here have left us. */
  reached(download: Download, reached: number): void;
  /** Somebody has all, or what was asked for, or was cut off. */
  ended(download: Download, how: "whole" | "going-on" | "broken-off"): Promise<void>;
  /** Keeps what is new since the last time. */
  flush(): Promise<void>;
}

/** An event each tenth is enough for those who watch. */
const parts = 10;

export function createDownloadBook({ db, bus, log }: Pick<House, "db" | "bus" | "log">): DownloadBook {
  const steps = new Map<number, DownloadStep>();
  const knownTo = new Map<number, number>();

  async function keep(some: DownloadStep[]) {
    try {
      await noteDownloads(db, some);
      if (some.some(({ told }) => told)) bus.publish("events");
    } catch (error) {
      log.warn({ err: error }, "how far downloads have come could not be kept; it is tried again");
      for (const step of some) if (!steps.has(step.download.id)) steps.set(step.download.id, step);
    }
  }

  const farthest = ({ id, reached }: Download) => Math.max(reached, knownTo.get(id) ?? 0);

  return {
    begun(download) {
      if (download.hasBegun) return;
      steps.set(download.id, { download, state: "begun", reached: farthest(download), told: true });
    },
    reached(download, reached) {
      const before = farthest(download);
      if (reached <= before) return;
      knownTo.set(download.id, reached);
      const waiting = steps.get(download.id);
      const isTenth = Math.floor((reached * parts) / download.size) > Math.floor((before * parts) / download.size);
      const told = isTenth || waiting?.told === true;
      steps.set(download.id, { download, state: waiting?.state === "begun" ? "begun" : "going-on", reached, told });
    },
    async ended(download, state) {
      const waiting = steps.get(download.id);
      steps.delete(download.id);
      const reached = farthest(download);
      knownTo.delete(download.id);
      const isNews = state !== "going-on";
      await keep([
        {
          download,
          state: isNews ? state : (waiting?.state ?? state),
          reached,
          told: isNews || waiting?.told === true,
        },
      ]);
    },
    async flush() {
      const some = [...steps.values()];
      steps.clear();
      await keep(some);
    },
  };
}
