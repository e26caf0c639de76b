import type { z } from "zod";
import type { Controls } from "../../charger/controls";
import { type Answer, type Command, command } from "../command";

/** A command of 1.6: payloads that do not fit get the error in 1.6's own spelling. */
export function define16<Request>(
  schema: z.ZodType<Request>,
  refusal: Command["refusal"],
  answer: (request: Request, controls: Controls) => Answer,
): Command {
  return command("FormationViolation", schema, refusal, answer);
}

export const rejected16 = { status: "Rejected" };
