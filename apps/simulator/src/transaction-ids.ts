import type { Transaction } from "./charger/transaction";

/** The last transactions by the id they have on the wire, running or past. */
export class TransactionIds {
  #numbers = new Map<string, number>();

  remember({ number, wireId }: Pick<Transaction, "number" | "wireId">): void {
    if (wireId === undefined) return;
    this.#numbers.set(wireId.toLowerCase(), number);
    const [oldest] = this.#numbers.keys();
    if (this.#numbers.size > capacity && oldest !== undefined) this.#numbers.delete(oldest);
  }

  numberOf(wireId: string): number | undefined {
    return this.#numbers.get(wireId.toLowerCase());
  }
}

const capacity = 100;
