import type { Page } from "@playwright/test";

/**
 * Waits until the page's scripts have taken over what the server drew, part by part. A click or a key before that is
 * lost: a person sees that nothing happened and does it again, a story does not.
 */
export async function awake<Answer>(page: Page, answer: Answer): Promise<Answer> {
  // It runs in the page, so nothing in it has a name: some who use it are compiled by what gives names by a call.
  await page.waitForFunction(() =>
    [document.querySelector("main")]
      // What the map draws is not React's.
      .flatMap((main) => [
        main,
        ...(main?.querySelectorAll(":is(button, input, [role=grid]):not(.maplibregl-map *)") ?? []),
      ])
      .every((part) => part && Object.keys(part).some((key) => key.startsWith("__reactProps"))),
  );
  // What listens for keys is set up after that, before the browser has nothing left to do.
  await page.evaluate(() => new Promise<void>((idle) => requestIdleCallback(() => idle(), { timeout: 2_000 })));
  return answer;
}
