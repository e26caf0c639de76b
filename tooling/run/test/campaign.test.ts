import { VirtualStation } from "@chargehand/simulator/station";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build, isBuilt } from "../src/build";
import { waitFor } from "../src/wait-for";
import { descendants, Place, processOf, type Run, started } from "./npm-start";

const operator = { email: "operator@chargehand.test", password: "a password for campaigns" };
const stations: VirtualStation[] = [];
let place: Place;
let run: Run;

beforeAll(async () => {
  if (!isBuilt()) await build();
  place = await Place.make({ ADMIN_EMAIL: operator.email, ADMIN_PASSWORD: operator.password, DEMO_STATIONS: "0" });
  run = place.start();
  await started(run);
}, 600_000);
afterAll(async () => {
  for (const station of stations) station.stop();
  await place.clear();
});

it("a rollout outlives the death of the gateway, the console and the database: nobody is told twice, nobody forgotten", async () => {
  const tell = await signIn();
  const made = [];
  for (let n = 0; n < 15; n++) made.push(await addStation(tell, n));
  const { id } = await tell<{ id: number }>(
    "campaigns.create",
    {
      name: "Through everything",
      work: { kind: "firmware", version: "2.0.0", location: "ftp://files.example/two-2.0.0.bin", patienceSeconds: 60 },
      stations: made,
      pace: { atOnce: 3 },
      expiresAt: new Date(Date.now() + 3_600_000),
    },
    { values: { expiresAt: ["Date"] } },
  );
  const count = async (state: string) =>
    (await place.ask(`SELECT 1 FROM campaign_target WHERE campaign_id = ${id} AND state = '${state}'`)).length;

  for (const [says, done] of [
    [/dist\/main\.mjs$/, 1],
    [/next-server|standalone/, 5],
    [/bin\/postgres/, 9],
  ] as const) {
    await waitFor(async () => (await count("succeeded")) >= done && (await count("working")) > 0, {
      what: `${done} to be done and others under way`,
      timeoutMs: 60_000,
    });
    process.kill(processOf(descendants(run.process.pid), says), "SIGKILL");
    // What loses a part ends as a whole; whoever runs it starts it again.
    await run.ended;
    run = place.start();
    await started(run);
  }

  await waitFor(
    async () => (await place.ask(`SELECT 1 FROM campaign WHERE id = ${id} AND status = 'finished'`)).length === 1,
    { what: "the rollout to be over", timeoutMs: 150_000 },
  );
  const told = stations.map(({ ledger }) => ledger.received.filter(({ action }) => action === "UpdateFirmware").length);
  const states = await place.ask<{ state: string; delivery: string }>(
    `SELECT t.state, c.delivery FROM campaign_target t JOIN command c ON c.id = t.command_id
     WHERE t.campaign_id = ${id} ORDER BY t.station_id`,
  );
  expect(states).toHaveLength(15);
  for (const [index, { state, delivery }] of states.entries()) {
    // What was on its way as its gateway died may never have come: then it is told of as unproven, not told again.
    if (told[index] === 0) expect({ state, delivery }).toEqual({ state: "unproven", delivery: "in-doubt" });
    else expect({ told: told[index], state }).toEqual({ told: 1, state: "succeeded" });
  }
}, 400_000);

async function addStation(tell: Tell, n: number): Promise<number> {
  const identity = `CS-${String(n).padStart(2, "0")}`;
  const { id, secret } = await tell<{ id: number; secret: string }>("stations.create", { identity });
  const station = new VirtualStation({
    ...{ identity, secret, version: (["1.6", "2.0.1", "2.1"] as const)[n % 3] ?? "2.1" },
    url: `ws://127.0.0.1:${place.environment.GATEWAY_PORT}/ocpp`,
    firmware: "1.0.0",
    settings: { backOffMinimumMs: 200, backOffRandomMs: 400, backOffRepeats: 1 },
    stepMs: 300,
    rebootMs: 200,
  });
  stations.push(station);
  await station.connect();
  return id;
}

/** `meta`: what JSON has no words for, as superjson says it. */
type Tell = <Answer>(procedure: string, input: object, meta?: object) => Promise<Answer>;

/** Tells the console something as its operator. */
async function signIn(): Promise<Tell> {
  const origin = `http://localhost:${place.environment.WEB_PORT}`;
  const post = async (path: string, body: object, cookie = "") => {
    const answer = await fetch(`${origin}${path}`, {
      method: "POST",
      headers: { origin, cookie, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const door = await post("/api/auth/sign-in/email", operator);
  const cookie = door.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  return async (procedure, json, meta) => {
    const answer = await post(`/api/trpc/${procedure}`, { json, meta }, cookie);
    return JSON.parse(await answer.text()).result.data.json;
  };
}
