/** What a benchmark tells a person. */
export const heading = (text: string) => process.stdout.write(`\n${text}\n`);

export const line = (what: string, value: string | number) =>
  process.stdout.write(`  ${what.padEnd(50)} ${typeof value === "number" ? value.toLocaleString("en") : value}\n`);

export const rounded = (value: number, digits = 0) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Times in milliseconds as their middle, the slowest twentieth, and the slowest. */
export function figures(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) =>
    `${rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1)}`;
}
