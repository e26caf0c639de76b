import type { LiveMessage } from "./message";
import { recentPages } from "./recent-pages";

export type Line = "connecting" | "open" | "lost" | "signed-out";

/** What the centre says to a tab. */
export type ToTab = { say: "message"; message: LiveMessage } | { say: "line"; line: Line };

/** What a tab says to the centre. */
export type ToCentre = { say: "hello"; cursor: string } | { say: "bye" };

export interface Tab {
  post(said: ToTab): void;
}

/** Opens the stream at a cursor; returns how to close it. */
export type OpenStream = (
  cursor: string,
  listener: { onMessage: (message: LiveMessage) => void; onLine: (line: Line) => void },
) => () => void;

/** How long a tab whose page is newer than our stream may wait for the stream to get there. */
const patienceMs = 3_000;

/** One stream for all tabs of a browser: each tab comes with the cursor of its page, and is told all that came after. */
export function createCentre(openStream: OpenStream) {
  const tabs = new Set<Tab>();
  const pages = recentPages(2_000);
  let cursor: string | undefined;
  let line: Line = "connecting";
  let close: (() => void) | undefined;

  const tellAll = (said: ToTab) => {
    for (const tab of tabs) tab.post(said);
  };

  function onMessage(message: LiveMessage) {
    if (message.kind === "events" && cursor !== undefined) pages.add(cursor, message);
    if ("cursor" in message) cursor = message.cursor;
    tellAll({ say: "message", message });
  }

  function onLine(next: Line) {
    line = next;
    tellAll({ say: "line", line });
  }

  function attach(tab: Tab, pageCursor: string): () => void {
    tabs.add(tab);
    tab.post({ say: "line", line });
    if (!close) {
      cursor = pageCursor;
      close = openStream(pageCursor, { onMessage, onLine });
    } else catchUp(tab, pageCursor);
    return () => {
      tabs.delete(tab);
      if (tabs.size > 0) return;
      close?.();
      close = undefined;
    };
  }

  function catchUp(tab: Tab, pageCursor: string) {
    if (pageCursor === cursor) return;
    const missed = pages.after(pageCursor);
    if (missed) {
      for (const message of missed) tab.post({ say: "message", message });
      return;
    }
    // The page is either newer than our stream, which will be there in a moment, or older than all we remember.
    setTimeout(() => {
      if (tabs.has(tab) && cursor !== undefined && cursor !== pageCursor && !pages.after(pageCursor)) {
        tab.post({ say: "message", message: { kind: "refetch", cursor } });
      }
    }, patienceMs);
  }

  return { attach };
}
