import { readFileSync } from "node:fs";

/** What a test runner's report says. */
export interface Told {
  passed: number;
  failed: number;
  /** Each failure by its name, with its reason. */
  failures: string[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
}

export const vitestTold = (file: string): Told | undefined =>
  read(file, ({ numPassedTests, numFailedTests, numFailedTestSuites, testResults }: VitestReport) => ({
    passed: numPassedTests,
    // A file that does not even load has no tests to fail.
    failed: numFailedTests || numFailedTestSuites,
    failures: testResults.flatMap(({ name, status, message, assertionResults }) => {
      const tests = assertionResults.filter((test) => test.status === "failed");
      if (tests.length === 0) return status === "failed" ? [failure(name, message)] : [];
      return tests.map(({ fullName, failureMessages }) => failure(`${name}: ${fullName}`, failureMessages?.join("\n")));
    }),
  }));

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    file: string;
    ok: boolean;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  stats: { expected: number; unexpected: number; flaky: number };
  /** What failed beside all stories: a stack that did not start, a browser that is not there. */
  errors: { message?: string }[];
}

export const playwrightTold = (file: string): Told | undefined =>
  read(file, ({ stats, errors, ...all }: PlaywrightReport) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    failures: [
      ...errors.map(({ message }) => failure("the run itself", message)),
      ...specsOf(all)
        .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === "flaky"))
        .map(({ file: story, title, tests }) =>
          failure(
            `${story}: ${title}`,
            tests.flatMap(({ results }) => results.map(({ error }) => error?.message)).find(Boolean),
          ),
        ),
    ],
  }));

const specsOf = ({ suites = [], specs = [] }: PlaywrightSuite): NonNullable<PlaywrightSuite["specs"]> => [
  ...specs,
  ...suites.flatMap(specsOf),
];

/** Enough of a reason to know it by; the whole of it stands where it happened. */
function failure(name: string, reason = "no reason was told"): string {
  const lines = reason.trim().split("\n").slice(0, 12);
  return [name, ...lines.map((line) => `    ${line.slice(0, 300)}`)].join("\n");
}

function read<Report>(file: string, tell: (report: Report) => Told): Told | undefined {
  try {
    return tell(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}
