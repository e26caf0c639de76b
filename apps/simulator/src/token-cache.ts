import type { Verdict } from "./dialects/dialect";

/** What the CSMS last said about each token, for as long as the station stands. */
export class TokenCache {
  #verdicts = new Map<string, Verdict>();

  remember(token: string, verdict: Verdict): void {
    this.#verdicts.delete(token.toLowerCase());
    this.#verdicts.set(token.toLowerCase(), verdict);
    const [oldest] = this.#verdicts.keys();
    if (this.#verdicts.size > capacity && oldest !== undefined) this.#verdicts.delete(oldest);
  }

  recall(token: string): Verdict | undefined {
    return this.#verdicts.get(token.toLowerCase());
  }

  forget(token: string): void {
    this.#verdicts.delete(token.toLowerCase());
  }

  forgetAll(): void {
    this.#verdicts.clear();
  }
}

const capacity = 200;
