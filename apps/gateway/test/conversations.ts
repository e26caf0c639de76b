import { readdirSync, readFileSync } from "node:fs";
import type { Version } from "@chargehand/ocpp/version";

/** A call of a written conversation with the answer that it gets, or a SEND that gets none. */
export interface Step {
  subject: string;
  kind: "from-station" | "from-us" | "send";
  action: string;
  payload: object;
  answer?: unknown;
}

const folder = new URL("../../../packages/ocpp/fixtures/", import.meta.url);

/** What there are conversations about in a version. */
export const subjectsOf = (version: Version): string[] =>
  readdirSync(new URL(`${version}/`, folder)).map((file) => file.replace(".jsonl", ""));

/** The steps of a conversation, in the order in which they were written. */
export function stepsOf(version: Version, subject: string): Step[] {
  const lines: { from: string; frame: unknown[] }[] = readFileSync(
    new URL(`${version}/${subject}.jsonl`, folder),
    "utf8",
  )
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const answers = new Map(lines.flatMap(({ frame: [type, id, payload] }) => (type === 3 ? [[id, payload]] : [])));
  return lines.flatMap(({ from, frame: [type, id, action, payload] }): Step[] => {
    if (typeof payload !== "object" || payload === null) return [];
    const said = { subject, action: String(action), payload };
    if (type === 6) return [{ ...said, kind: "send" }];
    if (type !== 2) return [];
    return [{ ...said, kind: from === "station" ? "from-station" : "from-us", answer: answers.get(id) }];
  });
}
