import type { Controls } from "../../charger/controls";
import type { Evse } from "../../charger/evse";
import type { JsonObject } from "../../json";
import type { TransactionFact } from "../../ledger";
import type { Reading } from "../../physics/bay";
import type { Message } from "../../wire/outbox";
import { measure } from "../measurands";

/** A reading as 1.6 writes it: every value is a text. */
export function meterValue(at: number, reading: Reading, measurands: string[], context: Context) {
  const measured = measure(reading, measurands);
  // The schema wants at least one value; the register is the one that every station has.
  const told = measured.length > 0 ? measured : measure(reading, ["Energy.Active.Import.Register"]);
  return {
    timestamp: new Date(at).toISOString(),
    sampledValue: told.map(({ value, ...rest }) => ({ value: String(value), context, ...rest })),
  };
}

export type Context = "Sample.Periodic" | "Sample.Clock" | "Transaction.Begin" | "Transaction.End" | "Trigger";

/** A reading outside the transaction's own rhythm; it names the transaction if one runs. */
export function readingMessage(
  { charger }: Pick<Controls, "charger">,
  evse: Evse,
  at: number,
  value: () => ReturnType<typeof meterValue>,
): Message {
  const { transaction } = evse;
  const build = (): JsonObject => ({
    connectorId: evse.id,
    ...(transaction && { transactionId: wireId(transaction.wireId) }),
    meterValue: [value()],
  });
  if (!transaction) return { action: "MeterValues", build };
  const wh = Math.floor(charger.reading(evse).wh);
  const fact: TransactionFact = {
    transaction: transaction.number,
    phase: "sample",
    at: new Date(at).toISOString(),
    wh,
  };
  return { action: "MeterValues", build, fact };
}

/** Without an answer to its start a transaction is stopped under -1, as stations do. */
export function wireId(id: string | undefined): number {
  return id === undefined ? -1 : Number(id);
}
