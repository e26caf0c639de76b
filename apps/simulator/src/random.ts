/** A small seeded generator (mulberry32): the same seed gives the same fleet, cars and habits. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  integer(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  /** True with the given probability; draws nothing for an impossible event, so that a fault left off changes nothing. */
  chance(probability: number): boolean {
    return probability > 0 && this.next() < probability;
  }

  /** A waiting time whose mean is known but whose end nobody knows: arrivals of cars. */
  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  pick<T>(first: T, ...others: T[]): T {
    return others[this.integer(-1, others.length - 1)] ?? first;
  }
}

/** One seed for each station of a fleet, far apart even for neighbouring names. */
export function seedOf(seed: number, name: string): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  }
  return hash;
}
