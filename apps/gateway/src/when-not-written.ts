import { CommitUnknown, JournalClosed, JournalFull, RowsRefused, StaleConnection } from "@chargehand/db/journal-entry";
import type { Outcome } from "@chargehand/domain/outcome";
import type { Report } from "@chargehand/domain/report";
import { RpcError } from "@chargehand/ocpp/rpc-error";
import { type Call, frameRow, type Reply } from "./call";
import { type ConnectedStation, dismiss } from "./connected-station";
import type { House } from "./house";
import { keepFrame } from "./keep-frame";
import { toErrorReply, toResult } from "./reply";
import type { Understood } from "./understand";

/** The database could not be asked what a decision must know; the station will say it again. */
export class FactsUnavailable extends Error {
  override name = "FactsUnavailable";
}

/**
 * What becomes of a call that could not be written. If the trouble is ours and passing, it stays unanswered and the
 * station repeats it. If the message itself is the trouble, a repetition would not help: it goes to quarantine.
 */
export async function whenNotWritten(
  error: unknown,
  call: Call,
  understood: Understood,
  station: ConnectedStation,
  house: House,
): Promise<void> {
  if (isPassing(error)) return giveUp(error, station, house);
  house.log.error({ err: error, station: station.identity, action: call.frame.action }, "message quarantined");
  try {
    const reply = await toQuarantinedReply(call, understood, station, house);
    const { bytes, frame, receivedAt } = call;
    const reason = error instanceof Error ? error.message : String(error);
    await house.journal.quarantine({
      station: station.id,
      receivedAt,
      action: frame.action,
      raw: bytes,
      error: reason,
    });
    await keepFrame(frameRow(call, { reply, notes: [...understood.notes, "quarantined"] }), station, house);
    house.metrics.countMessage(station.link.version, "quarantined");
    if (reply.text !== undefined) station.link.send(reply.text);
  } catch (failure) {
    giveUp(failure, station, house);
  }
}

/** Leaves a station unanswered and, where its state in hand is in doubt, without its connection. */
export function giveUp(error: unknown, station: ConnectedStation, { log }: Pick<House, "log">): void {
  if (error instanceof JournalClosed) return;
  if (error instanceof StaleConnection) {
    dismiss(station, 1008, "a newer connection took over");
  } else {
    log.error({ err: error, station: station.identity }, "connection closed: what the station said could not be kept");
    dismiss(station, 1011, "what was said could not be kept; say it again");
  }
}

const isPassing = (error: unknown) =>
  error instanceof StaleConnection ||
  error instanceof CommitUnknown ||
  error instanceof JournalClosed ||
  error instanceof JournalFull ||
  error instanceof FactsUnavailable;

/** Whether the database refused the values themselves, so that asking again would be refused again. */
export const isRefusal = (error: unknown) =>
  error instanceof RowsRefused ||
  (error instanceof Error && "code" in error && typeof error.code === "string" && /^2[23]...$/.test(error.code));

async function toQuarantinedReply(
  call: Call,
  { adapter, report }: Understood,
  { link }: ConnectedStation,
  { leases }: House,
): Promise<Reply> {
  if (!adapter.ofTransaction)
    return toErrorReply(call, new RpcError("internal", "the message could not be kept"), link.version);
  // An error would only make the station repeat a message of a transaction for ever.
  const reply = toResult(call, adapter, acceptance(report, await leases.transaction.next()));
  return { ...reply, verdict: "quarantined" };
}

function acceptance(report: Report, transaction: number): Outcome {
  if (report.type !== "session") return { type: "acknowledged" };
  const session = report.session ?? String(transaction);
  return { type: "session", session, authorization: report.token && { status: "accepted" } };
}
