import type { z } from "zod";
import type { Controls } from "../charger/controls";
import type { JsonObject } from "../json";

/** The answer to a command, and what the station does once the answer is on its way. */
export type Answer = { result: JsonObject; afterwards?: () => void } | { error: string; description: string };

export type Command = {
  answer(payload: JsonObject, controls: Controls): Answer;
  /** How this version says no to this command; undefined where its answer has no word for it. */
  refusal: JsonObject | undefined;
};

/** A command is read by its schema; a payload that does not fit never reaches it. */
export function command<Request>(
  malformed: string,
  schema: z.ZodType<Request>,
  refusal: JsonObject | undefined,
  answer: (request: Request, controls: Controls) => Answer,
): Command {
  return {
    refusal,
    answer(payload, controls) {
      const parsed = schema.safeParse(payload);
      if (!parsed.success) return { error: malformed, description: describe(parsed.error) };
      return answer(parsed.data, controls);
    },
  };
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join(".")}: ${issue.message}`.slice(0, 255) : "";
}
