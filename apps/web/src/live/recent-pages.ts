import type { EventsMessage } from "./message";

/** The last pages of events, so that who was away for a moment can be told what it missed without asking anybody. */
export function recentPages(limit = 5_000) {
  const pages: { from: string; page: EventsMessage }[] = [];
  let events = 0;

  return {
    add(from: string, page: EventsMessage) {
      pages.push({ from, page });
      events += page.events.length;
      while (events > limit && pages.length > 1) events -= pages.shift()?.page.events.length ?? 0;
    },
    /** The pages after a cursor, if all of them are still here. */
    after(cursor: string): EventsMessage[] | undefined {
      const start = pages.findIndex(({ from }) => from === cursor);
      return start === -1 ? undefined : pages.slice(start).map(({ page }) => page);
    },
  };
}
