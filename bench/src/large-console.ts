import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "@chargehand/db/migrate";
import { startPostgres } from "@chargehand/run/embedded-postgres";
import { makeFirstOperator } from "@chargehand/run/first-operator";
import { freePort } from "@chargehand/run/ports";
import { webProgram } from "@chargehand/run/programs";
import { waitFor } from "@chargehand/run/wait-for";
import pg from "pg";
import { fill, type NetworkSize } from "./api-fill";
import { start } from "./child";

/** The console as built, over a large network of its own. */
export interface LargeConsole {
  address: string;
  databaseUrl: string;
  /** A page of the API, as a program asks for it. */
  api: (path: string) => Promise<void>;
  /** A procedure, as a browser calls it. */
  query: <Answer>(procedure: string, input: object) => Promise<Answer>;
  mutate: <Answer>(procedure: string, input: object) => Promise<Answer>;
  /** What a browser shows at the door. */
  cookie: string;
}

/** Fills a database, opens the console over it, and closes and removes both afterwards. */
export async function withLargeConsole(size: NetworkSize, work: (console: LargeConsole) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "chargehand-bench-"));
  const postgres = await startPostgres({ dataDir: join(folder, "postgres"), port: await freePort(21_400, 21_450) });
  const port = await freePort(21_450, 21_499);
  const address = `http://127.0.0.1:${port}`;
  const key = "a benchmark has no secrets".replaceAll(" ", "-").padEnd(40, "-");
  await deploy(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await fill(client, size);
  await client.end();

  const env = {
    DATABASE_URL: postgres.url,
    AUTH_SECRET: key,
    STATION_SECRET_PEPPER: key,
    ADMIN_API_KEY: key,
    // The limit is not what is measured.
    API_REQUESTS_PER_SECOND: "1000000",
  };
  await makeFirstOperator({ ...operator, generated: false }, { ...process.env, ...env });
  const { cwd, args } = webProgram("built", port);
  const web = start<never>({ cwd, args }, env);
  const api = (path: string) => answered(`${address}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  try {
    await waitFor(() => api("/sites?limit=1").then(() => true), { what: "the console to open", timeoutMs: 30_000 });
    const cookie = await signIn(address);
    const calls = { headers: { cookie, origin: address, "content-type": "application/json" } };
    await work({
      address,
      databaseUrl: postgres.url,
      cookie,
      api: async (path) => void (await api(path)),
      async query(procedure, input) {
        const text = encodeURIComponent(JSON.stringify({ json: input }));
        return dataOf(await answered(`${address}/api/trpc/${procedure}?input=${text}`, calls));
      },
      async mutate(procedure, input) {
        const body = JSON.stringify({ json: input });
        return dataOf(await answered(`${address}/api/trpc/${procedure}`, { ...calls, method: "POST", body }));
      },
    });
  } finally {
    await web.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answered(url: string, init: RequestInit): Promise<string> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} was answered ${response.status}: ${text.slice(0, 300)}`);
  return text;
}

const dataOf = (text: string) => JSON.parse(text).result.data.json;

async function signIn(address: string): Promise<string> {
  const signedIn = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { origin: address, "content-type": "application/json" },
    body: JSON.stringify(operator),
  });
  if (!signedIn.ok) throw new Error(`Signing in was answered ${signedIn.status}: ${await signedIn.text()}`);
  return signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}

const operator = { email: "bench@example.com", password: "a-benchmark-has-no-secrets" };
