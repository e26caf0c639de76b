import type { Ledger } from "../ledger";
import type { Evse } from "./evse";
import { pointsOf } from "./points";
import type { Transaction } from "./transaction";

export type Opening = { number: number; wireId: string | undefined; at: number; ledger: Ledger };

/** A transaction as it is at its first moment, entered in the ledger. */
export function openTransaction(evse: Evse, { at, ledger, number, wireId }: Opening): Transaction {
  const { authorisation, bay, pluggedInto } = evse;
  const connector = (pluggedInto ?? evse.connectors[0])?.id ?? 1;
  return {
    number,
    evse: evse.id,
    connector,
    wireId,
    token: authorisation?.token,
    group: authorisation?.group,
    remoteStartId: authorisation?.remoteStartId,
    reservationId: authorisation?.reservationId,
    startedAt: at,
    state: pluggedInto ? "connected" : "idle",
    refused: false,
    held: pointsOf(evse),
    ledger: ledger.open({
      transaction: number,
      wireId,
      evse: evse.id,
      connector,
      token: authorisation?.token.value,
      startedAt: new Date(at).toISOString(),
      meterStartWh: Math.floor(bay.meter.wh),
    }),
  };
}

/** What an authorisation or a cable that comes later adds to it. */
export function extendTransaction(evse: Evse, transaction: Transaction): void {
  const { authorisation, pluggedInto } = evse;
  for (const point of pointsOf(evse)) transaction.held.add(point);
  if (authorisation) {
    transaction.token = authorisation.token;
    transaction.group = authorisation.group;
    transaction.remoteStartId ??= authorisation.remoteStartId;
    transaction.reservationId ??= authorisation.reservationId;
    transaction.ledger.token = authorisation.token.value;
  }
  if (pluggedInto) {
    transaction.connector = pluggedInto.id;
    transaction.ledger.connector = pluggedInto.id;
    if (transaction.state === "idle") transaction.state = "connected";
  }
}
