import type { JsonObject } from "../json";

/** What became of one CALL. */
export type Outcome =
  | { type: "result"; payload: JsonObject }
  | { type: "error"; code: string; description: string; details: JsonObject }
  | { type: "timeout" }
  /** It is on the line, and nobody answers messages of its kind. */
  | { type: "sent" }
  /** The line was down, or went down while we waited. */
  | { type: "line-down" }
  /** A transaction message that was given up after its last attempt. */
  | { type: "abandoned" };
