import { decide } from "@chargehand/domain/decide";
import { type Decision, nothing } from "@chargehand/domain/decision";
import type { StationState } from "@chargehand/domain/station-state";
import { afterCommit } from "./after-commit";
import { type Call, circumstancesOf, frameRow, type Reply } from "./call";
import type { ConnectedStation } from "./connected-station";
import { consider } from "./consider";
import type { House } from "./house";
import { refuse } from "./refuse";
import { toReply } from "./reply";
import { type Misunderstood, type Understood, understand } from "./understand";
import { whenNotWritten } from "./when-not-written";

/** A call in, its answer out; and nothing that carries data is answered before it is durable. */
export async function receive(call: Call, station: ConnectedStation, house: House): Promise<void> {
  const understood = understand(call.frame, station.link.version, call.receivedAt);
  if (isHeartbeat(understood) && answeredAtOnce(call, understood, station, house)) return;
  await station.mailbox.run(() =>
    "error" in understood ? refuse(call, understood, station, house) : answer(call, understood, station, house),
  );
}

async function answer(call: Call, understood: Understood, station: ConnectedStation, house: House) {
  const { state, recent, link } = station;
  if (!state) return;
  try {
    const first = recent.answerTo(call.text);
    const circumstances = circumstancesOf(call, house.settings);
    const decision =
      first === undefined ? await consider(state, understood.report, circumstances, house) : again(state);
    const reply = first === undefined ? toReply(call, understood, decision, link.version) : repeated(first);
    const id = house.leases.frame.take() ?? (await house.leases.frame.next());
    await house.journal.commit(entry(call, { id, reply, decision, notes: understood.notes }, station));
    // Unless the connection was dismissed meanwhile: then what is in hand is no longer ours to say.
    if (station.state) station.state = decision.state;
    if (reply.text !== undefined) {
      recent.keep(call.text, reply.text);
      link.send(reply.text);
    }
    afterCommit(call, understood.report, reply, decision, station, house);
  } catch (error) {
    await whenNotWritten(error, call, understood, station, house);
  }
}

/** A heartbeat carries nothing to keep, so its answer waits for nobody, and its frame is written after it. */
function answeredAtOnce(call: Call, understood: Understood, station: ConnectedStation, house: House): boolean {
  const id = house.leases.frame.take();
  if (!station.state || id === undefined) return false;
  const decision = decide(station.state, understood.report, {}, circumstancesOf(call, house.settings));
  if (decision.state !== station.state) return false;

  const reply = toReply(call, understood, decision, station.link.version);
  const notes = [...understood.notes, ...decision.notes];
  if (!station.trailing.add({ id, ...frameRow(call, { reply, notes }) })) return false;
  if (reply.text !== undefined) station.link.send(reply.text);
  afterCommit(call, understood.report, reply, decision, station, house);
  return true;
}

const isHeartbeat = (understood: Understood | Misunderstood): understood is Understood =>
  !("error" in understood) && understood.report.type === "heartbeat";
const again = (state: StationState) => nothing(state, { type: "acknowledged" });
const repeated = (text: string): Reply => ({ text, verdict: "repeated" });

function entry(
  call: Call,
  { id, reply, decision, notes }: { id: number; reply: Reply; decision: Decision; notes: string[] },
  { id: station, epoch }: ConnectedStation,
) {
  const { changes, events } = decision;
  const frame = frameRow(call, { reply, notes: [...notes, ...decision.notes] }, decision);
  return { station, epoch, frames: [{ id, ...frame }], changes, events };
}
