import { defineConfig } from "@playwright/test";
import { browserFlags, browserPath } from "./support/browser";
import { stack } from "./support/stack";

export default defineConfig({
  testDir: "stories",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One stack, two cores: stories share it and keep to stations of their own. What they time they print and never judge.
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? "test-results/report.json" }]],
  use: {
    baseURL: stack.console,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: await browserPath(), args: browserFlags },
  },
  webServer: {
    command: "exec node --import tsx support/launch.ts",
    url: `${stack.console}/readyz`,
    timeout: 180_000,
    reuseExistingServer: false,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 8_000 },
  },
});
