/** An energy register. Like the sealed one in a charger it only ever grows. */
export class Meter {
  #wh: number;

  constructor(startWh: number) {
    this.#wh = startWh;
  }

  /** Watt-hours since the meter was made. */
  get wh(): number {
    return this.#wh;
  }

  count(watts: number, seconds: number): void {
    if (!(watts >= 0) || !(seconds >= 0)) throw new RangeError("a meter register only grows");
    this.#wh += (watts * seconds) / 3600;
  }
}
