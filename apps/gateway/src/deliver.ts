import { randomUUID } from "node:crypto";
import { claimCommand, type QueuedCommand } from "@chargehand/db/command-queue";
import { decideProgress } from "@chargehand/domain/commands/decide-progress";
import { asWished } from "@chargehand/domain/commands/firmware-proof";
import { dialects } from "@chargehand/ocpp/dialects";
import { encodeCall } from "@chargehand/ocpp/frame";
import { type Sent, toConclusion } from "./conclusion";
import type { ConnectedStation } from "./connected-station";
import { both, consider } from "./consider";
import { placeForFile, withFile } from "./files/file-places";
import { withImage } from "./firmware/fill-in";
import type { House } from "./house";
import { withOwnDeadline } from "./own-deadline";
import { settle } from "./settle";
import type { CallEnd } from "./websocket-link";
import { giveUp, isRefusal } from "./when-not-written";
import { isUnsayable, toWords } from "./words";

/** A command in, its result out. Resolves when the station may be told the next one. */
export async function deliver(queued: QueuedCommand, station: ConnectedStation, house: House): Promise<void> {
  const { link, mailbox } = station;
  const { id, type: commandType } = queued;
  const at = new Date();
  // Durable before it is sent: after a crash nobody can say that it was not.
  if (!(await claimCommand(house.db, id, at))) return;

  const command = await withImage(queued, station, house);
  const words = toWords({ id, command }, link.version, await placeForFile(queued, station, house));
  if (isUnsayable(words)) {
    const failed = { step: "failed", id, commandType, at, detail: words.why, unsupported: words.unsupported } as const;
    return mailbox.run(async () => station.state && settle(decideProgress(station.state, failed), station, house));
  }

  const messageId = randomUUID();
  const text = encodeCall(messageId, words.action, words.payload);
  const proof = dialects[link.version].effect(words.action)?.proof?.(words.payload);
  const plan = await withOwnDeadline(withFile(command, asWished(proof, command)), station, house);
  const frame = await house.leases.frame.next();
  const sent: Sent = { id, commandType, ...words, messageId, text, plan, frame, at };
  const open = await mailbox.run(() => announce(sent, station, house));
  if (!open) return;

  const end = await link.call(messageId, text, house.settings.callTimeoutSeconds * 1000);
  house.metrics.commands.inc({ end: typeof end === "string" ? end : end.frame.kind });
  // What was lost with the line is in doubt, and that is settled with the end of the connection.
  if (end !== "closed") await mailbox.run(() => conclude(sent, end, station, house));
}

async function announce(sent: Sent, station: ConnectedStation, house: House): Promise<boolean> {
  const { id, commandType, action, payload, messageId, text, plan, frame, at } = sent;
  if (!station.state) return false;
  const decision = decideProgress(station.state, { step: "sent", id, commandType, at, plan });
  await settle(decision, station, house, {
    frames: [{ id: frame, receivedAt: at, direction: "out", messageId, action, call: text, verdict: "sent" }],
    deliveries: [{ id, messageId, action, payload: JSON.stringify(payload) }],
  });
  return true;
}

async function conclude(
  sent: Sent,
  end: Parameters<typeof toConclusion>[1],
  station: ConnectedStation,
  house: House,
): Promise<void> {
  if (!station.state) return;
  const conclusion = toConclusion(sent, end, station.link.version);
  const { progress, reports, frame, response, complaint } = conclusion;
  const wire = { answers: [frame], deliveries: [{ id: sent.id, response }] };
  try {
    let decision = decideProgress(station.state, progress);
    for (const report of reports) {
      const circumstances = {
        receivedAt: progress.at,
        unknownTokens: house.settings.unknownTokens,
        payload: response ?? "",
      };
      decision = both(decision, await consider(decision.state, report, circumstances, house));
    }
    await settle(decision, station, house, wire);
    if (complaint) station.link.send(complaint);
  } catch (error) {
    if (!isRefusal(error) || typeof end === "string") return giveUp(error, station, house);
    await keepApart(sent, end, error, station, house);
  }
}

/** An answer that no table would take does not leave its command open: it is kept apart, and the command failed. */
async function keepApart(
  { id, commandType, action, frame, at: sentAt }: Sent,
  { bytes, receivedAt: at }: Exclude<CallEnd, string>,
  error: unknown,
  station: ConnectedStation,
  house: House,
) {
  if (!station.state) return;
  try {
    await house.journal.quarantine({ station: station.id, receivedAt: at, action, raw: bytes, error: String(error) });
    const detail = "the station's answer could not be kept; it is in quarantine";
    const decision = decideProgress(station.state, { step: "failed", id, commandType, at, detail, unsupported: false });
    const answer = { id: frame, receivedAt: sentAt, answeredAt: at, verdict: "quarantined" };
    await settle(decision, station, house, { answers: [answer] });
  } catch (failure) {
    giveUp(failure, station, house);
  }
}
