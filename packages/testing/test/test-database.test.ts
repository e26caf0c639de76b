import pg from "pg";
import { expect, it } from "vitest";
import { createTestDatabase } from "../src/test-database";

it("lends each caller a migrated database of its own, and takes it back from whoever still holds it", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const first = await connect(one.url);
  const second = await connect(other.url);

  await first.query("INSERT INTO site (name) VALUES ('Köln Süd')");

  expect((await second.query("SELECT name FROM site")).rows).toEqual([]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(connect(one.url)).rejects.toThrow("does not exist");
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  return client;
}
