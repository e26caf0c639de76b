import { defineConfig } from "@playwright/test";
import { browserFlags, browserPath } from "./support/browser";
import { stack } from "./support/stack";

export default defineConfig({
  testDir: "stories",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // One stack and two cores for everything: stories share it, keep to stations of their own, and take their turns.
  workers: 1,
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
    // A picture and the page's tree are kept of what fails. What led there is kept on demand, `--trace on`: it slows all.
    trace: "off",
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
