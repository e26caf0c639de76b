import { defineConfig } from "@playwright/test";
import stories from "./playwright.config";

/** The same stack and browser as for stories, with the demo network in it; `npm run screenshots` says where to. */
export default defineConfig(stories, {
  testDir: "screenshots",
  testMatch: "**/*.shots.ts",
  outputDir: "test-results/screenshots",
  // One of a hundred pictures that fails is no reason to go without the others.
  timeout: 90_000,
  reporter: "list",
  use: { trace: "off", screenshot: "off", contextOptions: { reducedMotion: "reduce" } },
});
