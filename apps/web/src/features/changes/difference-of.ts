/** A field that moved, as texts. */
export interface Difference {
  field: string;
  before?: string;
  after?: string;
}

/** What moved between two records of the audit trail: fields that differ, or all that is said where there is only one. */
export function differenceOf(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>> | null,
): Difference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.flatMap((field) => {
    const [was, is] = [textOf(before?.[field]), textOf(after?.[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}
