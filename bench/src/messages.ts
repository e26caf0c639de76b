import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { indexFrames } from "@chargehand/db/frame-index";
import { deploy } from "@chargehand/db/migrate";
import { startPostgres } from "@chargehand/run/embedded-postgres";
import { freePort } from "@chargehand/run/ports";
import { webProgram } from "@chargehand/run/programs";
import { waitFor } from "@chargehand/run/wait-for";
import pg from "pg";
import { start } from "./child";
import { fillFrames, fillStations, type TrafficSize } from "./messages-fill";
import { figures, heading, line, rounded } from "./print";

export interface MessagesOptions {
  stations: number;
  frames: number;
  /** Requests of each kind. */
  requests: number;
}

const hours = 24;
const atOnce = 250_000;

/** How long searches over the stored frames of a day take, over HTTP, one after the other. */
export async function messages({ stations, frames, requests }: MessagesOptions) {
  heading(
    `searching ${frames.toLocaleString("en")} frames of ${stations.toLocaleString("en")} stations, of ${hours} hours`,
  );
  const folder = mkdtempSync(join(tmpdir(), "chargehand-bench-"));
  const postgres = await startPostgres({ dataDir: join(folder, "postgres"), port: await freePort(21_400, 21_450) });
  await deploy(postgres.url);
  await fill(postgres.url, { stations, frames, hours });

  const port = await freePort(21_450, 21_499);
  const key = "a benchmark has no secrets".replaceAll(" ", "-").padEnd(40, "-");
  const { cwd, args } = webProgram("built", port);
  const web = start<never>(
    { cwd, args },
    {
      DATABASE_URL: postgres.url,
      AUTH_SECRET: key,
      STATION_SECRET_PEPPER: key,
      ADMIN_API_KEY: key,
      API_REQUESTS_PER_SECOND: "1000000",
    },
  );
  try {
    const ask = async (q: string) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/frames?q=${encodeURIComponent(q)}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      if (!response.ok)
        throw new Error(`${q} was answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
      // As the API's own document says.
      return (await response.json()) as { data: unknown[]; next: string | null };
    };
    await waitFor(() => ask("").then(() => true), { what: "the console to open", timeoutMs: 60_000 });

    const all: number[] = [];
    for (const [kind, questionOf] of Object.entries(questions)) {
      for (let n = 0; n < 3; n++) await ask(questionOf(stations));
      const times: number[] = [];
      let found = 0;
      let whole = 0;
      for (let n = 0; n < requests; n++) {
        const begun = performance.now();
        const page = await ask(questionOf(stations));
        times.push(performance.now() - begun);
        found += page.data.length;
        if (page.data.length > 0 || page.next === null) whole += 1;
      }
      all.push(...times);
      const unfinished = whole === requests ? "" : `, ${requests - whole} had to be gone on with`;
      line(kind, `${figures(times)}, ${rounded(found / requests)} found${unfinished}`);
    }
    line("all of them", figures(all));
    line(
      "load average of the machine",
      loadavg()
        .map((load) => rounded(load, 1))
        .join(", "),
    );
  } finally {
    await web.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(url: string, size: TrafficSize): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await fillStations(client, size.stations);
  let begun = performance.now();
  for (let from = 1; from <= size.frames; from += atOnce) {
    await fillFrames(client, size, from, Math.min(size.frames, from + atOnce - 1));
  }
  const each = (total: number) => `${rounded(((performance.now() - begun) * 1000) / total, 1)} µs each`;
  line("written", each(size.frames));
  begun = performance.now();
  let indexed = 0;
  for (let some = 1; some > 0; indexed += some) some = await indexFrames(client, { settledSeconds: 180, most: 2_000 });
  line("entered into the index", each(indexed));
  await client.query("VACUUM ANALYZE");
  const { rows } = await client.query<{ part: string; bytes: string }>(
    `SELECT part, (SELECT sum(CASE WHEN part = 'frame' THEN pg_table_size(inhrelid) ELSE pg_total_relation_size(inhrelid) END)
       FROM pg_inherits WHERE inhparent = ('journal.' || part)::regclass) AS bytes FROM unnest(ARRAY['frame', 'frame_words', 'frame_tally']) part`,
  );
  for (const { part, bytes } of rows) line(`size of ${part}`, `${rounded(Number(bytes) / 2 ** 20)} MiB`);
  await client.end();
}

/** Kinds of questions, each with a way to ask another of the kind. */
const questions: Record<string, (stations: number) => string> = {
  "the newest": () => "",
  "a station": (stations) => `station:${identity(anyOf(stations))}`,
  "a station's errors": (stations) => `station:${identity(anyOf(stations))} err`,
  "an action that is common": () => "action:StatusNotification",
  "an action that is rare": () => "action:FirmwareStatusNotification",
  "what we said": () => "dir:out",
  errors: () => "err",
  "no answer": () => "outcome:no-answer",
  "broken schemas of an action": () => "outcome:violation action:StopTransaction",
  "slow answers": () => ">500ms",
  "a token": () => `idTag:${token(anyOf(49_999))}`,
  "a token that is not there": () => "idTag:NOBODY",
  "the beginning of a token": () => `idTag:${token(anyOf(49_999)).slice(0, 7)}*`,
  "a transaction": (stations) => `transactionId:${anyOf(stations)}`,
  "faults of one kind at one connector": () => "errorCode:GroundFailure connectorId:2",
  "a common value": () => "connectorId:2",
  "a word": () => "PowerLoss",
  "two words that seldom meet": () => "PowerLoss err",
  "an hour of yesterday": () => `since:20h until:19h status:Faulted`,
};

const anyOf = (count: number) => 1 + Math.floor(Math.random() * count);
const identity = (n: number) => `CS-${String(n).padStart(6, "0")}`;
const token = (n: number) => `TAG${String(n).padStart(6, "0")}`;
