import type { Bus } from "@chargehand/bus/bus";
import { createPostgresBus } from "@chargehand/bus/postgres-bus";
import type { Command } from "@chargehand/domain/command";
import { VirtualStation } from "@chargehand/simulator/station";
import { waitFor } from "@chargehand/testing/wait-for";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway, versions } from "./harness";

let gateway: TestGateway;
let bus: Bus;
const stations: VirtualStation[] = [];
beforeAll(async () => {
  gateway = await startTestGateway();
  bus = await createPostgresBus({ url: gateway.databaseUrl });
  await gateway.rows("INSERT INTO local_list (scope, kinds, groups, by_itself) VALUES ('all', '{}', '{}', false)");
});
beforeEach(async () => {
  await gateway.rows("DELETE FROM token");
});
afterEach(() => {
  for (const station of stations.splice(0)) station.stop();
});
afterAll(async () => {
  await bus.close();
  await gateway.stop();
});

const tokens = (count: number, prefix: string) =>
  gateway.rows(
    `INSERT INTO token (value, folded, kind) SELECT $1 || n, $1 || n, 'iso14443' FROM generate_series(1, $2::int) n`,
    prefix,
    count,
  );

async function give(station: number, command: Command) {
  const [row] = await gateway.rows<{ id: number }>(
    "INSERT INTO command (station_id, type, command, expires_at) VALUES ($1, $2, $3, now() + interval '1 minute') RETURNING id",
    station,
    command.type,
    JSON.stringify(command),
  );
  bus.publish("commands", String(station));
  await gateway.row("SELECT 1 FROM command WHERE id = $1 AND proof = 'confirmed'", row?.id);
}

interface Held {
  state: string;
  held_version: number | null;
  mode: string;
  detail: string | null;
}

/** Has the list brought to a station, and waits for what comes of it. */
async function bring(station: number): Promise<Held> {
  await gateway.rows(
    `INSERT INTO station_list (station_id, state) VALUES ($1, 'due')
     ON CONFLICT (station_id) DO UPDATE SET state = 'due', command_id = NULL`,
    station,
  );
  return waitFor(
    async () =>
      (
        await gateway.rows<Held>(
          "SELECT * FROM station_list WHERE station_id = $1 AND state IN ('idle', 'failed')",
          station,
        )
      )[0],
    { what: "the list to arrive", timeoutMs: 15_000 },
  );
}

/** The updates a station was sent: mode, version and lines of each. */
async function sent(station: number) {
  const rows = await gateway.rows<{ command: Extract<Command, { type: "send-local-list" }> }>(
    "SELECT command FROM command WHERE station_id = $1 AND type = 'send-local-list' ORDER BY id",
    station,
  );
  return rows.map(({ command: { mode, version, lines } }) => [mode, version, lines.length]);
}

describe.each(versions)("the local list of a station of %s", (version) => {
  async function virtual(name: string) {
    const identity = `${name}-${version}`;
    const id = await gateway.addStation(identity);
    const station = new VirtualStation({
      identity,
      version,
      url: gateway.url,
      settings: { offlineUnknownTokens: false },
    });
    stations.push(station);
    await station.connect();
    // What it can hold and take.
    await give(id, { type: "read-variables" });
    return { id, station };
  }

  it("comes whole in messages of the station's size, then by difference, and counts when it was read back", async () => {
    await tokens(250, "A");
    const { id, station } = await virtual("LIST");
    expect(await bring(id)).toMatchObject({ state: "idle", held_version: 3, mode: "full" });
    expect(await sent(id)).toEqual([
      ["full", 1, 100],
      ["differential", 2, 100],
      ["differential", 3, 50],
    ]);

    await gateway.rows("DELETE FROM token WHERE value = 'A1'");
    await gateway.rows("UPDATE token SET status = 'blocked' WHERE value = 'A2'");
    await tokens(1, "B");
    expect(await bring(id)).toMatchObject({ state: "idle", held_version: 4, mode: "differential" });
    expect((await sent(id)).at(-1)).toEqual(["differential", 4, 3]);
    // Nothing to say: it is only asked what it holds.
    expect(await bring(id)).toMatchObject({ state: "idle", held_version: 4 });
    expect(await sent(id)).toHaveLength(4);

    station.goOffline();
    expect(await station.presentToken(1, "A1")).toBe("refused");
    expect(await station.presentToken(1, "A2")).toBe("refused");
    expect(await station.presentToken(1, "B1")).toBe("accepted");
    expect(await station.presentToken(2, "A250")).toBe("accepted");
  });

  it("that somebody else changed is replaced whole, with a version above", async () => {
    await tokens(3, "C");
    const { id } = await virtual("CONFLICT");
    await bring(id);
    await give(id, {
      type: "send-local-list",
      mode: "full",
      version: 9,
      lines: [{ value: "ALIEN", kind: "iso14443", entry: { value: "ALIEN", kind: "iso14443", status: "accepted" } }],
    });
    expect(await bring(id)).toMatchObject({ state: "idle", held_version: 10, mode: "full" });
    expect((await sent(id)).at(-1)).toEqual(["full", 10, 3]);
  });

  it("that is emptied is gone, and one that is too long is not begun", async () => {
    await tokens(2, "D");
    const { id } = await virtual("EDGES");
    await bring(id);
    await gateway.rows("DELETE FROM token");
    expect(await bring(id)).toMatchObject({ state: "idle", mode: "full" });
    expect((await sent(id)).at(-1)).toEqual(["full", 2, 0]);
    await tokens(1001, "E");
    expect(await bring(id)).toMatchObject({ state: "failed", detail: expect.stringMatching(/1001 .* 1000/) });
    expect(await sent(id)).toHaveLength(2);
  });

  it("that refuses a difference gets the whole list, and is left to a person when it refuses that too", async () => {
    const old = version === "1.6";
    await tokens(2, "F");
    const name = `STUBBORN-${version}`;
    const station = await gateway.boot(name, version);
    const { id } = await gateway.row<{ id: number }>("SELECT id FROM station WHERE identity = $1", name);
    let held = 0;
    const updates: string[] = [];
    const verdicts = ["Accepted", "VersionMismatch", "Accepted", "Failed", "Failed"];
    const answering = (async () => {
      for (;;) {
        const text = await station.next({ fits: (frame) => frame.startsWith("[2,"), timeoutMs: 30_000 });
        const [, message, action, payload] = JSON.parse(text);
        let answer: object = old ? { listVersion: held } : { versionNumber: held };
        if (action === "SendLocalList") {
          updates.push(payload.updateType);
          const status = verdicts.shift();
          if (status === "Accepted") held = old ? payload.listVersion : payload.versionNumber;
          answer = { status };
        }
        station.send(JSON.stringify([3, message, answer]));
      }
    })().catch(() => undefined);

    expect(await bring(id)).toMatchObject({ state: "idle", held_version: 1 });
    await gateway.rows("DELETE FROM token WHERE value = 'F1'");
    expect(await bring(id)).toMatchObject({ state: "idle", held_version: 2, mode: "full" });
    await tokens(1, "G");
    expect(await bring(id)).toMatchObject({
      state: "failed",
      detail: expect.stringMatching(/Failed/),
      held_version: 2,
    });
    expect(updates).toEqual(["Full", "Differential", "Full", "Differential", "Full"]);
    station.close();
    await answering;
  });
});
