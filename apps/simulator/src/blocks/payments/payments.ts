import type { Evse } from "../../charger/evse";

/** EVSEs that wait for somebody who pays in a browser (2.1, block C): nobody else gets in between. */
export class Payments {
  #now: () => number;
  #until = new Map<number, number>();

  constructor({ now }: { now(): number }) {
    this.#now = now;
  }

  expect({ id }: Evse, seconds: number): void {
    this.#until.set(id, this.#now() + seconds * 1000);
  }

  awaits({ id }: Evse): boolean {
    return (this.#until.get(id) ?? 0) > this.#now();
  }

  /** Whoever starts there now has paid. */
  settle({ id }: Evse): void {
    this.#until.delete(id);
  }
}
