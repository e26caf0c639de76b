import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, generate } from "./build";
import { type Outcome, pnpm, run, tail } from "./command.mjs";
import { root } from "./fingerprint.mjs";
import { elapsed } from "./progress.mjs";
import { playwrightTold, type Told, vitestTold } from "./reports";

interface Result {
  passed: number;
  failed: number;
  /** What to read when something failed. */
  output?: string;
}

interface Check {
  name: string;
  /** Waits as much as it works, so that it comes last and at the same time as another of its kind. */
  together?: true;
  /** It reads what is generated, which no clone has by itself. */
  readsGenerated?: true;
  run(): Promise<Result>;
}

const results = join(root, "node_modules", ".chargehand", "results");

/** Each half of the stories has a stack of its own, from this port on. */
const firstPorts = { 1: 21_000, 2: 21_020 } as const;

const rooms = ["apps", "packages", "bench", "e2e", "tooling"];

const generating: Check = { name: "generate", run: () => either(generate) };

// From cheap to dear; the first that fails is the last that runs, because what follows would only repeat it.
const checks: Check[] = [
  generating,
  { name: "format and lint", run: () => program("biome", ["check", "--error-on-warnings", "."]) },
  {
    name: "boundaries",
    readsGenerated: true,
    run: () => program("depcruise", ["--config", "tooling/boundaries.cjs", ...rooms]),
  },
  { name: "wire words", run: () => script("tooling/lint/wire-words.mjs") },
  { name: "line budgets", run: () => script("tooling/lint/line-budgets.mjs") },
  { name: "unused code", readsGenerated: true, run: () => program("knip", []) },
  { name: "types", readsGenerated: true, run: types },
  { name: "unit tests", readsGenerated: true, run: () => vitest("unit") },
  { name: "build", run: () => either(build) },
  { name: "integration tests", readsGenerated: true, run: () => vitest("integration"), together: true },
  { name: "end-to-end tests, first half", run: () => playwright(1), together: true },
  { name: "end-to-end tests, second half", run: () => playwright(2), together: true },
];

// The programs that run for us end with us.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

// `npm test -- types unit` runs only what is named, and first what that needs.
const asked = process.argv.slice(2);
const named = checks.filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)));
const needsGenerating = named.some(({ readsGenerated }) => readsGenerated);
const due = checks.filter((check) => named.includes(check) || (check === generating && needsGenerating));

let passed = 0;
let failed = 0;
const complaints: string[] = [];
for (const check of due.filter(({ together }) => !together)) {
  if (failed === 0) await perform(check);
}
const last = due.filter(({ together }) => together);
// Two at a time: more would only wait for each other, and stories for what is late then.
if (failed === 0) await Promise.all([oneByOne(), oneByOne()]);
// What failed stands far above by now.
for (const complaint of complaints) process.stdout.write(`\n${complaint}\n`);
// Whoever reads only the last line reads the truth. The exit waits until it is out.
process.stdout.write(`\n${passed} passed, ${failed} failed\n`, () => process.exit(failed === 0 ? 0 : 1));

async function oneByOne(): Promise<void> {
  for (let check = last.shift(); check; check = last.shift()) await perform(check);
}

async function perform(check: Check): Promise<void> {
  const began = Date.now();
  process.stdout.write(`\n▸ ${check.name}\n`);
  const result = await check.run();
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) complaints.push(`✗ ${check.name}\n${result.output?.trimEnd() ?? ""}`);
  const counts = result.passed + result.failed > 1 ? `, ${result.passed} passed, ${result.failed} failed` : "";
  process.stdout.write(`${result.failed === 0 ? "✓" : "✗"} ${check.name} (${elapsed(began)}${counts})\n`);
}

async function either(work: () => Promise<void>): Promise<Result> {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

async function program(name: string, args: string[]): Promise<Result> {
  return judged(await run(join(root, "node_modules", ".bin", name), args));
}

async function script(file: string): Promise<Result> {
  return judged(await run(process.execPath, [file]));
}

async function types(): Promise<Result> {
  return judged(await pnpm(["exec", "turbo", "run", "types", "--output-logs=errors-only", "--concurrency=2"]));
}

function judged({ code, output }: { code: number; output: string }): Result {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output: tail(output, 200) };
}

async function vitest(project: "unit" | "integration"): Promise<Result> {
  const report = join(results, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", project, ...reporters];
  return told(await run(join(root, "node_modules", ".bin", "vitest"), args, { show: true }), vitestTold(report));
}

/** One half of the stories. */
async function playwright(half: keyof typeof firstPorts): Promise<Result> {
  const report = join(results, `e2e-${half}.json`);
  const args = ["test", `--shard=${half}/2`, `--output=test-results/${half}`];
  const outcome = await run(join(root, "e2e", "node_modules", ".bin", "playwright"), args, {
    cwd: join(root, "e2e"),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, E2E_PORT: String(firstPorts[half]) },
    show: true,
  });
  return told(outcome, playwrightTold(report));
}

/** Counts what a report says; a run that fails without a failed test counts as one, whatever it says. */
function told({ code, output }: Outcome, report: Told | undefined): Result {
  if (report === undefined) return { passed: 0, failed: 1, output: `It left no report.\n${tail(output)}` };
  if (code === 0) return { passed: report.passed, failed: report.failed };
  const reasons = report.failures.length > 0 ? report.failures.join("\n") : tail(output);
  return { passed: report.passed, failed: Math.max(report.failed, 1), output: reasons };
}
