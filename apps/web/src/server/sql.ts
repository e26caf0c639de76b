/** Collects the parameters of a statement that is put together from parts; text from outside never enters the statement itself. */
export function sqlParameters() {
  const values: unknown[] = [];
  return {
    values,
    /** Takes a value and gives its placeholder. */
    add(value: unknown): string {
      values.push(value);
      return `$${values.length}`;
    },
  };
}

export type SqlParameters = ReturnType<typeof sqlParameters>;

/** `%word%` for LIKE, with the word's own wildcards taken literally. */
export const containing = (word: string) => `%${word.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
