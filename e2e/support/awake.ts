import type { Page } from "@playwright/test";

// As text, because it runs in the page: some of who uses it is compiled by what would add calls of its own.
const hasTakenOver = `(() => {
  const main = document.querySelector("main");
  const listens = (element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
  // What the map draws is not React's.
  const parts = main?.querySelectorAll(":is(button, input, [role=grid]):not(.maplibregl-map *)") ?? [];
  return main !== null && [main, ...parts].every(listens);
})()`;
const hasNothingToDo = "new Promise((idle) => requestIdleCallback(() => idle(), { timeout: 2_000 }))";

/**
 * Waits until the page's scripts have taken over what the server drew, part by part. A click or a key before that is
 * lost: a person sees that nothing happened and does it again, a story does not.
 */
export async function awake<Answer>(page: Page, answer: Answer): Promise<Answer> {
  await page.waitForFunction(hasTakenOver);
  // What listens for keys is set up after that, before the browser has nothing left to do.
  await page.evaluate(hasNothingToDo);
  return answer;
}
