import type { Locator } from "@playwright/test";

/** Collects, from now on, every text a place shows, each once and in order: what flashes by is seen too. */
export async function watchTexts(place: Locator): Promise<() => Promise<string[]>> {
  const texts = await place.evaluateHandle((element) => {
    const seen: string[] = [];
    const look = () => {
      const text = element.textContent ?? "";
      if (!seen.includes(text)) seen.push(text);
    };
    look();
    new MutationObserver(look).observe(element, { subtree: true, childList: true, characterData: true });
    return seen;
  });
  return () => texts.jsonValue();
}

/** When a mark with this label is first painted inside the place, by the clock of this machine. */
export async function whenPainted(place: Locator, label: string): Promise<() => Promise<number>> {
  const painted = await place.evaluateHandle(
    (element, wanted) => ({
      at: new Promise<number>((resolve) => {
        const observer = new MutationObserver(look);
        function look() {
          if (!element.querySelector(`[aria-label="${wanted}"]`)) return;
          observer.disconnect();
          // The frame after the next has what this one drew.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
        }
        observer.observe(element, {
          subtree: true,
          childList: true,
          attributes: true,
          attributeFilter: ["aria-label"],
        });
        look();
      }),
    }),
    label,
  );
  return () => painted.evaluate(({ at }) => at);
}
