import type { LiveMessage } from "./message";

/** In the background nobody sees a frame: then this often is enough. */
const hiddenMs = 5_000;

/** Gathers what comes in, to be applied once a frame however much it is. */
export function createNewsBatch(apply: (messages: LiveMessage[]) => void) {
  let waiting: LiveMessage[] = [];
  let cancel: (() => void) | undefined;

  function flush() {
    cancel?.();
    cancel = undefined;
    const messages = waiting;
    waiting = [];
    if (messages.length > 0) apply(messages);
  }

  function plan() {
    if (document.visibilityState === "hidden") {
      const timer = setTimeout(flush, hiddenMs);
      return () => clearTimeout(timer);
    }
    const frame = requestAnimationFrame(flush);
    return () => cancelAnimationFrame(frame);
  }

  return {
    push(message: LiveMessage) {
      waiting.push(message);
      cancel ??= plan();
    },
    /** Applies at once what waits, for a page that is looked at again. */
    flush,
    stop() {
      cancel?.();
      waiting = [];
    },
  };
}
