/** What a benchmark tells a person. */
export const heading = (text: string) => process.stdout.write(`\n${text}\n`);

export const line = (what: string, value: string | number) =>
  process.stdout.write(`  ${what.padEnd(50)} ${typeof value === "number" ? value.toLocaleString("en") : value}\n`);

export const rounded = (value: number, digits = 0) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
