import type { Charger } from "../../charger/charger";
import type { Evse } from "../../charger/evse";

/** Where a transaction runs. Its id is compared without regard to case (identifierString). */
export function placeOfTransaction({ evses }: Pick<Charger, "evses">, transactionId: string): Evse | undefined {
  const id = transactionId.toLowerCase();
  return evses.find(({ transaction }) => transaction?.wireId?.toLowerCase() === id);
}
