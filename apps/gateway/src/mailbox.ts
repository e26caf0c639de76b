/** Does one thing at a time, in the order in which it was asked: what is decided about a station never overlaps. */
export interface Mailbox {
  run<T>(task: () => Promise<T>): Promise<T>;
}

export function createMailbox(): Mailbox {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task) {
      const result = last.then(task);
      // A task that fails tells its own caller; those behind it go on.
      last = result.catch(() => undefined);
      return result;
    },
  };
}
