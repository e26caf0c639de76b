import type { Version } from "./version";

/** What a field means, and which values it may have. */
export interface FieldMeaning {
  text?: string;
  values?: readonly string[];
}

/** The texts of a version, each once, and which of them belong to which field. */
export interface FieldTexts {
  texts: readonly string[];
  meanings: Readonly<
    Record<string, Record<"request" | "response", Readonly<Record<string, readonly [number, number?]>>>>
  >;
}

/**
 * What the fields of a message mean, by their paths without places in lists: `meterValue.sampledValue.value`. The words
 * are the schemas' own; those of 1.6 have none, and tell only which values there are.
 */
export async function meaningsOf(
  version: Version,
  action: string,
  part: "request" | "response",
): Promise<ReadonlyMap<string, FieldMeaning>> {
  const { texts, meanings } = (await modules[version]()).fields;
  const fields = Object.hasOwn(meanings, action) ? (meanings[action]?.[part] ?? {}) : {};
  return new Map(
    Object.entries(fields).map(([path, [text, values]]) => [
      path,
      {
        text: texts[text] || undefined,
        values: values === undefined ? undefined : texts[values]?.split(" "),
      },
    ]),
  );
}

// They are large, so a version is loaded when it is asked for.
const modules = {
  "1.6": () => import("./generated/ocpp16-fields"),
  "2.0.1": () => import("./generated/ocpp201-fields"),
  "2.1": () => import("./generated/ocpp21-fields"),
} as const;
