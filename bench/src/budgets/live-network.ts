import pg from "pg";
import { happen } from "../stations-live";

interface Happening {
  name: string;
  at: number;
}

/** A network in which something happens all the time, as the gateway would write it. */
export interface LiveNetwork {
  /** Every fifth event is of one of these, in turn: of ten thousand stations few are ever in sight. */
  watch(names: readonly string[]): void;
  /** How long each event of a watched station took until it was painted, and how many never were. */
  compare(paints: readonly Happening[]): { took: number[]; unseen: number };
  stop(): Promise<void>;
}

export async function openLiveNetwork(databaseUrl: string, stations: number, eventsASecond: number) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const watched: Happening[] = [];
  let inSight: readonly string[] = [];
  let happened = 0;
  let written: Promise<void> = Promise.resolve();
  const happening = setInterval(() => {
    happened += 1;
    const name = happened % 5 === 0 ? inSight[(happened / 5) % inSight.length] : undefined;
    // The others are of the far half of the network, and never of one that is watched.
    const id = name ? Number(name.slice("CS-".length)) : Math.ceil(stations / 2) + (happened % (stations / 2));
    written = written.then(async () => {
      const at = performance.timeOrigin + performance.now();
      if (name) watched.push({ name, at });
      await database.query(happen, [id, at]);
    });
  }, 1_000 / eventsASecond);

  const network: LiveNetwork = {
    watch(names) {
      inSight = names;
    },
    compare(paints) {
      const took = watched.flatMap(({ name, at }, index) => {
        const next = watched.slice(index + 1).find((later) => later.name === name)?.at ?? Number.POSITIVE_INFINITY;
        const paint = paints.find((each) => each.name === name && each.at > at && each.at < next);
        return paint ? paint.at - at : [];
      });
      return { took, unseen: watched.length - took.length };
    },
    async stop() {
      clearInterval(happening);
      await written;
      await database.end();
    },
  };
  return network;
}
