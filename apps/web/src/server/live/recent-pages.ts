import type { LiveMessage } from "./message";

type Page = Extract<LiveMessage, { kind: "events" }>;

/** The last pages of events, so that a browser that was away for a moment costs the database nothing. */
export function recentPages(limit = 5_000) {
  const pages: { from: string; page: Page }[] = [];
  let events = 0;

  return {
    add(from: string, page: Page) {
      pages.push({ from, page });
      events += page.events.length;
      while (events > limit && pages.length > 1) events -= pages.shift()?.page.events.length ?? 0;
    },
    /** The pages after a cursor, if all of them are still here. */
    after(cursor: string): Page[] | undefined {
      const start = pages.findIndex(({ from }) => from === cursor);
      return start === -1 ? undefined : pages.slice(start).map(({ page }) => page);
    },
  };
}
