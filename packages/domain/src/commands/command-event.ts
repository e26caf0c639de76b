import type { Answer, CommandType, Delivery, Proof } from "../command";
import type { TimedEvent } from "../event";

/** The event of a step in a command's life. What is not said keeps its usual value for that step. */
export function commandEvent({
  id,
  type,
  at,
  delivery = "sent",
  answer,
  proof = "none",
  detail,
}: {
  id: number;
  type: CommandType;
  at: Date;
  delivery?: Delivery;
  answer?: Answer;
  proof?: Proof;
  detail?: string;
}): TimedEvent {
  return {
    event: { type: "command.changed", command: id, commandType: type, delivery, answer, proof, detail },
    at,
    receivedAt: at,
  };
}
