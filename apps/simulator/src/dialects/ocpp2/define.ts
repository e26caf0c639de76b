import type { z } from "zod";
import type { Controls } from "../../charger/controls";
import { type Answer, type Command, command } from "../command";

/** A command of 2.x. Its refusal is "Rejected" unless another is given, or "none" where its answer has no such word. */
export function define2<Request>(
  schema: z.ZodType<Request>,
  answer: (request: Request, controls: Controls) => Answer,
  refusal: Command["refusal"] | "none" = { status: "Rejected" },
): Command {
  return command("FormatViolation", schema, refusal === "none" ? undefined : refusal, answer);
}

export function accepted2(afterwards?: () => void): Answer {
  return { result: { status: "Accepted" }, afterwards };
}

export function rejected2(reasonCode: string): Answer {
  return { result: { status: "Rejected", statusInfo: { reasonCode } } };
}
