import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playwrightTold, vitestTold } from "./reports";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "reports-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function kept(report: object) {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe("what failed is said with its reason", () => {
  it("of tests, and of a file that does not load", () => {
    const file = kept({
      ...{ numPassedTests: 1, numFailedTests: 1, numFailedTestSuites: 2 },
      testResults: [
        {
          ...{ name: "a.test.ts", status: "failed" },
          assertionResults: [
            { status: "passed", fullName: "one" },
            { status: "failed", fullName: "two", failureMessages: ["expected 1 to be 2"] },
          ],
        },
        { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      ],
    });
    expect(vitestTold(file)).toEqual({
      ...{ passed: 1, failed: 1 },
      failures: ["a.test.ts: two\n    expected 1 to be 2", "b.test.ts\n    no such module"],
    });
  });

  it("of stories, and of a stack that does not start", () => {
    const broken = { title: "sees", file: "a.spec.ts", ok: false };
    const file = kept({
      stats: { expected: 3, unexpected: 1, flaky: 0 },
      errors: [{ message: "the port is taken" }],
      suites: [
        {
          specs: [{ ...broken, tests: [{ status: "unexpected", results: [{ error: { message: "not seen" } }] }] }],
          suites: [{ specs: [{ ...broken, ok: true, tests: [{ status: "expected", results: [{}] }] }] }],
        },
      ],
    });
    expect(playwrightTold(file)).toEqual({
      ...{ passed: 3, failed: 1 },
      failures: ["the run itself\n    the port is taken", "a.spec.ts: sees\n    not seen"],
    });
  });

  it("and a report that is not there says nothing", () => {
    expect(vitestTold(join(folder, "none.json"))).toBeUndefined();
  });
});
