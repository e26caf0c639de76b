import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { readTable } from "../generate/csv";
import { coveragePage } from "../generate/protocol-coverage/page";
import { readMessages } from "../generate/schemas";
import { versions } from "../src/version";

it("the page on what is covered is what the tables make: npm run docs:coverage", async () => {
  const page = await readFile(new URL("../../../docs/protocol-coverage.md", import.meta.url), "utf8");
  expect(page).toBe(await coveragePage());
});

it.each(versions)(
  "the table of actions holds each action of %s that has a schema once, and no other",
  async (version) => {
    const rows = await readTable("actions.csv");
    const listed = rows.filter((row) => row.version?.replace("-security", "") === version).map(({ action }) => action);
    const messages = await readMessages(version);
    expect(listed.sort()).toEqual(messages.map(({ action }) => action));
    expect(listed).toHaveLength({ "1.6": 39, "2.0.1": 64, "2.1": 91 }[version]);
  },
);

it("the use cases, requirements and cases are whole", async () => {
  expect(await readTable("use-cases.csv")).toHaveLength(177);
  expect(await readTable("requirement-ids.csv")).toHaveLength(1873);
  expect(await readTable("certification-cases.csv")).toHaveLength(329);
});
