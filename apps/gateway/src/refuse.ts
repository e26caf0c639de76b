import { type Call, frameRow } from "./call";
import type { ConnectedStation } from "./connected-station";
import type { House } from "./house";
import { keepFrame } from "./keep-frame";
import { toErrorReply } from "./reply";
import type { Misunderstood } from "./understand";
import { giveUp } from "./when-not-written";

/** Answers a call with the error it earns, once that is on record. One of a transaction is kept whole for a person. */
export async function refuse(call: Call, wrong: Misunderstood, station: ConnectedStation, house: House): Promise<void> {
  const { bytes, frame, receivedAt } = call;
  const { error, ofTransaction } = wrong;
  const reply = toErrorReply(call, error, station.link.version);
  try {
    if (ofTransaction && station.state?.approval === "approved") {
      const message = { station: station.id, receivedAt, action: frame.action, raw: bytes, error: error.message };
      await house.journal.quarantine(message);
    }
    await keepFrame(frameRow(call, { reply, notes: [error.message] }), station, house);
  } catch (failure) {
    return giveUp(failure, station, house);
  }

  house.journal.seen(station.id, receivedAt);
  house.metrics.countMessage(station.link.version, reply.verdict);
  if (reply.text !== undefined) station.link.send(reply.text);
}
