import type { Controls } from "../../charger/controls";
import { placeOfTransaction } from "../../dialects/ocpp2/running";
import { isEnabled, storedIn } from "../../dialects/ocpp2/variable";

/** What running transactions have cost so far, as the CSMS told it. */
export class Costs {
  #controls: Pick<Controls, "charger" | "stored">;
  #totals = new Map<string, number>();
  #price: string | undefined;

  constructor(controls: Pick<Controls, "charger" | "stored">) {
    this.#controls = controls;
  }

  /** Costs of a transaction that does not run here have no display to stand on. */
  update(transactionId: string, total: number): void {
    this.#price = undefined;
    this.#totals.set(transactionId.toLowerCase(), total);
    for (const id of this.#totals.keys()) if (!this.#isRunning(id)) this.#totals.delete(id);
  }

  of(transactionId: string): number | undefined {
    const id = transactionId.toLowerCase();
    return this.#isRunning(id) ? this.#totals.get(id) : undefined;
  }

  /** The price for whoever presented a token last; what it costs takes its place. */
  tellPrice(text: string): void {
    this.#price = text;
  }

  /** What drivers read now. */
  get shown(): string[] {
    const { charger } = this.#controls;
    if (!isEnabled(this.#controls, "TariffCostCtrlr", "Cost")) return [];
    const costs = charger.running.flatMap(({ evse, wireId = "" }) => {
      const total = this.of(wireId);
      return total === undefined ? [] : [`EVSE ${evse}: ${total.toFixed(2)} ${currencyOf(this.#controls)}`];
    });
    return this.#price === undefined ? costs : [this.#price, ...costs];
  }

  #isRunning(id: string): boolean {
    return placeOfTransaction(this.#controls.charger, id) !== undefined;
  }
}

/** The currency this station counts in. */
export function currencyOf(controls: Pick<Controls, "stored">): string {
  return storedIn(controls, "TariffCostCtrlr", "Currency") ?? "EUR";
}
