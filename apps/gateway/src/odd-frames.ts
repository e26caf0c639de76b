import type { Frame } from "@chargehand/ocpp/frame";
import { codeOf } from "@chargehand/ocpp/rpc-error";
import type { ConnectedStation } from "./connected-station";
import type { House } from "./house";
import { keepFrame } from "./keep-frame";
import type { Incoming } from "./websocket-link";
import { giveUp } from "./when-not-written";

type Odd = Exclude<Frame, { kind: "call" | "send" }>;

/** Puts on record what is no call: broken frames, which their version may want answered, and answers to nothing. */
export async function receiveOdd(incoming: Incoming<Odd>, station: ConnectedStation, house: House): Promise<void> {
  const { bytes, frame, receivedAt } = incoming;
  const { version } = station.link;
  const answer = frame.kind === "malformed" ? frame.answer : undefined;
  const verdict = frame.kind === "malformed" && answer !== undefined ? codeOf(frame.problem, version) : "ignored";
  try {
    const row = { receivedAt, messageId: frame.id, call: bytes, answer, verdict, note: explain(frame) };
    await keepFrame({ direction: "in", ...row }, station, house);
  } catch (failure) {
    return giveUp(failure, station, house);
  }

  house.journal.seen(station.id, receivedAt);
  house.metrics.countMessage(version, verdict);
  if (answer !== undefined) station.link.send(answer);
}

function explain(frame: Odd): string {
  switch (frame.kind) {
    case "malformed":
      return frame.reason;
    case "result":
    case "error":
      return "answers no open call of ours: it is late, repeated or made up";
    case "result-error":
      return `the station could not use our answer: ${frame.code} ${frame.description}`;
  }
}
