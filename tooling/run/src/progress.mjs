const live = process.stdout.isTTY === true && process.env.CI === undefined;

/**
 * Does one named piece of work and shows that it is going on, then how long it took. What it returns as a string is
 * shown beside the name.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = Date.now();
  process.stdout.write(live ? `  … ${name}` : `  … ${name}\n`);
  const ticker = live ? setInterval(() => process.stdout.write(`\r  … ${name} ${elapsed(began)}`), 1_000) : undefined;
  try {
    const result = await work();
    const remark = typeof result === "string" ? `, ${result}` : "";
    process.stdout.write(`${live ? "\r\u001b[K" : ""}  ✓ ${name}${remark} (${elapsed(began)})\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${live ? "\r\u001b[K" : ""}  ✗ ${name} (${elapsed(began)})\n`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

/** @param {number} began */
export function elapsed(began) {
  const seconds = (Date.now() - began) / 1_000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}
