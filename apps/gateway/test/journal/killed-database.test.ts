import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "@chargehand/db/migrate";
import { freePort } from "@chargehand/testing/free-port";
import { startPostgres, type TestPostgres } from "@chargehand/testing/postgres";
import { waitFor } from "@chargehand/testing/wait-for";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createJournal, type Journal } from "../../src/journal";
import { addStations, frame, silentLog } from "./entries";

let folder: string;
let server: TestPostgres;
let stations: number[];
let journal: Journal;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "journal-"));
  server = await startPostgres({ dataDir: join(folder, "postgres"), port: await freePort() });
  await deploy(server.url);
  const sql = new pg.Client({ connectionString: server.url });
  await sql.connect();
  stations = await addStations(sql, 60);
  await sql.end();
  journal = await createJournal({ url: server.url, gatewayId: 1, log: silentLog });
});

afterEach(async () => {
  await journal.close(100);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

it("loses nothing that it has acknowledged, and writes nothing twice, when the database is killed in the middle", async () => {
  const durable = new Set<number>();
  let nextFrame = 1;
  let talking = true;
  const talk = async (station: number) => {
    while (talking) {
      const id = nextFrame++;
      await journal.commit({ station, epoch: 0, frames: [frame({ id })] });
      durable.add(id);
    }
  };
  const talks = stations.map(talk);

  for (let kill = 0; kill < 3; kill++) {
    const before = durable.size;
    await waitFor(() => durable.size > before + 600, { what: "batches under way" });
    await server.kill();
    server = await server.restart();
  }
  const afterLast = durable.size;
  await waitFor(() => durable.size > afterLast + 600, { what: "batches after the last restart" });
  talking = false;
  await Promise.all(talks);

  const written = await frameIds();
  expect(new Set(written).size).toBe(written.length);
  expect(written.toSorted((a, b) => a - b)).toEqual([...durable].toSorted((a, b) => a - b));
});

it("keeps what came while the database was away, and writes it when it is back", async () => {
  await journal.commit({ station: stations[0] ?? 0, epoch: 0, frames: [frame({ id: 1 })] });
  await server.kill();
  let settled = 0;
  const commits = stations.map((station, index) =>
    journal.commit({ station, epoch: 0, frames: [frame({ id: 100 + index })] }).then(() => settled++),
  );

  expect(journal.pressure()).toBeGreaterThan(0);
  server = await server.restart();
  await Promise.all(commits);

  expect(settled).toBe(60);
  expect(await frameIds()).toHaveLength(61);
});

async function frameIds(): Promise<number[]> {
  const sql = new pg.Client({ connectionString: server.url });
  await sql.connect();
  const { rows } = await sql.query<{ id: string }>("SELECT id FROM journal.frame");
  await sql.end();
  return rows.map(({ id }) => Number(id));
}
