/** Whether a value read back is the one that was written; stations respell booleans, numbers and lists. */
export function sameValue(written: string, read: string): boolean {
  return normal(written) === normal(read);
}

function normal(value: string): string {
  const items = value.split(",").map((item) => {
    const trimmed = item.trim().toLowerCase();
    return trimmed !== "" && Number.isFinite(Number(trimmed)) ? String(Number(trimmed)) : trimmed;
  });
  return items.join(",");
}
