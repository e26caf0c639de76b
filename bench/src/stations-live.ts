import pg from "pg";
import { timesOf } from "./api";
import type { LargeConsole } from "./large-console";
import { figures, line, rounded } from "./print";

/** How soon a browser hears of what happens, and how long it waits for a list meanwhile. */
export async function liveStations(
  { address, cookie, databaseUrl, query }: LargeConsole,
  { seconds, eventsASecond }: { seconds: number; eventsASecond: number },
) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const left = new AbortController();
  const told: number[] = [];
  const heard = listen(`${address}/api/trpc/live.stream`, cookie, left.signal, (late) => told.push(late));

  let happened = 0;
  const happening = setInterval(() => {
    happened += 1;
    void database.query(happen, [1 + (happened % 10_000), performance.timeOrigin + performance.now()]);
  }, 1_000 / eventsASecond);
  const first = await timesOf(seconds, async () => {
    await Promise.all([query("stations.list", { q: "faulted" }), pause(900)]);
  });
  clearInterval(happening);
  await pause(1_000);
  left.abort();
  await heard;
  await database.end();

  line("events that happened, and were told", `${happened}, ${told.length}`);
  line("from an event's row to the browser", figures(told));
  line("of it asked for: faults, meanwhile", figures(first.map((time) => Math.max(0, time - 900))));
  if (told.length < happened * 0.99) throw new Error(`only ${rounded(told.length)} of ${happened} events were told`);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A connector goes wrong, or is well again: as the gateway writes it, and rings for it. */
export const happen = `WITH changed AS (
    UPDATE connector SET status = CASE status WHEN 'faulted' THEN 'available' ELSE 'faulted' END, received_at = now()
    WHERE station_id = $1 AND evse = 1 RETURNING station_id, status
  ), said AS (
    INSERT INTO journal.event (id, type, station_id, at, received_at, data)
    SELECT nextval('journal.event_id'), 'connector.' || status, station_id, to_timestamp($2::float8 / 1000), now(),
      jsonb_build_object('type', 'connector.' || status, 'evse', 1, 'connector', 1) FROM changed RETURNING id
  ) SELECT pg_notify('chargehand_events', '') FROM said`;

/** Reads the stream as a browser does, and says of each event how late it came. */
async function listen(url: string, cookie: string, left: AbortSignal, onEvent: (late: number) => void) {
  try {
    const response = await fetch(url, { headers: { cookie, accept: "text/event-stream" }, signal: left });
    if (!response.ok || !response.body) throw new Error(`The stream was answered ${response.status}`);
    let rest = "";
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      const now = performance.timeOrigin + performance.now();
      const lines = (rest + part).split("\n");
      rest = lines.pop() ?? "";
      for (const { at } of lines.flatMap(eventsIn)) onEvent(now - at);
    }
  } catch (error) {
    if (!left.aborted) throw error;
  }
}

function eventsIn(text: string): { at: number }[] {
  if (!text.startsWith("data: {")) return [];
  const { json } = JSON.parse(text.slice("data: ".length));
  return json?.kind === "events" ? json.events : [];
}
