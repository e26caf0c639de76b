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
    /** The pages after a cursor, if all of them are still here: as few as hold them. */
    after(cursor: string): EventsMessage[] | undefined {
      const start = pages.findIndex(({ from }) => from === cursor);
      return start === -1 ? undefined : joined(pages.slice(start).map(({ page }) => page));
    },
  };
}

const mostJoined = 500;

/** A network that never rests has a page for nearly every event, and a browser that was away draws after each of them. */
function joined(pages: readonly EventsMessage[]): EventsMessage[] {
  const all: EventsMessage[] = [];
  for (const page of pages) {
    const last = all.at(-1);
    if (last && last.events.length + page.events.length <= mostJoined) {
      all[all.length - 1] = { ...page, events: last.events.concat(page.events) };
    } else all.push(page);
  }
  return all;
}
