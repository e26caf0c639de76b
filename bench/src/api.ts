import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "@chargehand/db/migrate";
import { startPostgres } from "@chargehand/run/embedded-postgres";
import { freePort } from "@chargehand/run/ports";
import { webProgram } from "@chargehand/run/programs";
import { waitFor } from "@chargehand/run/wait-for";
import pg from "pg";
import { fill } from "./api-fill";
import { listPages, sought } from "./api-requests";
import { start } from "./child";
import { figures, heading, line, rounded } from "./print";

export interface ApiOptions {
  stations: number;
  sessions: number;
  /** Requests of each kind. */
  requests: number;
}

/** How long list pages take over HTTP in a large network, one request after the other. */
export async function api({ stations, sessions, requests }: ApiOptions) {
  heading(`list pages with ${stations.toLocaleString("en")} stations and ${sessions.toLocaleString("en")} sessions`);
  const folder = mkdtempSync(join(tmpdir(), "chargehand-bench-"));
  const postgres = await startPostgres({ dataDir: join(folder, "postgres"), port: await freePort(21_400, 21_450) });
  const port = await freePort(21_450, 21_499);
  const key = "a benchmark has no secrets".replaceAll(" ", "-").padEnd(40, "-");
  await deploy(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await fill(client, { stations, sessions });
  await client.end();

  const { cwd, args } = webProgram("built", port);
  const web = start<never>(
    { cwd, args },
    {
      DATABASE_URL: postgres.url,
      AUTH_SECRET: key,
      STATION_SECRET_PEPPER: key,
      ADMIN_API_KEY: key,
      ADMIN_EMAIL: operator.email,
      ADMIN_PASSWORD: operator.password,
      // The limit is not what is measured.
      API_REQUESTS_PER_SECOND: "1000000",
    },
  );
  try {
    const ask = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text.slice(0, 300)}`);
    };
    await waitFor(() => ask("/sites?limit=1").then(() => true), { what: "the console to open", timeoutMs: 30_000 });

    const all: number[] = [];
    for (const [kind, requestOf] of Object.entries(listPages)) {
      // Plans and caches are there after the first ones, as they are in a console that runs.
      for (let n = 0; n < 3; n++) await ask(requestOf({ stations, sessions }));
      const times: number[] = [];
      for (let n = 0; n < requests; n++) {
        const path = requestOf({ stations, sessions });
        const begun = performance.now();
        await ask(path);
        times.push(performance.now() - begun);
      }
      all.push(...times);
      line(kind, figures(times));
    }
    line("all of them", figures(all));
    await palette({ address: `http://127.0.0.1:${port}`, stations, sessions, requests });
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

/** How long the palette takes to find something, as its field asks for it. */
async function palette({ address, stations, sessions, requests }: ApiOptions & { address: string }) {
  const origin = { origin: address, "content-type": "application/json" };
  const signedIn = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: origin,
    body: JSON.stringify(operator),
  });
  if (!signedIn.ok) throw new Error(`Signing in was answered ${signedIn.status}: ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const find = async (text: string) => {
    const input = encodeURIComponent(JSON.stringify({ json: { text } }));
    const answer = await fetch(`${address}/api/trpc/search.find?input=${input}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`Looking for ${text} was answered ${answer.status}: ${await answer.text()}`);
    await answer.text();
  };
  const all: number[] = [];
  for (const [kind, wordsOf] of Object.entries(sought)) {
    const times: number[] = [];
    for (let n = -3; n < requests; n++) {
      const begun = performance.now();
      await find(wordsOf({ stations, sessions }));
      if (n >= 0) times.push(performance.now() - begun);
    }
    all.push(...times);
    line(`palette: ${kind}`, figures(times));
  }
  line("palette: all of them (aim: p95 100 ms)", figures(all));
}

const operator = { email: "bench@example.com", password: "a-benchmark-has-no-secrets" };
