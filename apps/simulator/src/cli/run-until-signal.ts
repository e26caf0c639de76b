/** Runs until somebody ends it, then closes what must be closed within a second. */
export function runUntilSignal(close: () => Promise<void> | void): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
    await Promise.race([Promise.resolve(close()), patience]);
    process.exit(0);
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

const patienceMs = 800;
