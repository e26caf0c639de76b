import type { JsonObject } from "../json";
import type { TransactionFact } from "../ledger";
import type { Random } from "../random";
import type { Cancel, Clock } from "../time/clock";
import type { Faults } from "./faults";
import type { Outcome } from "./outcome";

/** Something the station wants to say. */
export type Message = {
  action: string;
  /** Made when it is sent: what an earlier answer decided (1.6: the transaction's id) is known only then. */
  build(offline: boolean): JsonObject;
  /** Set for messages of a transaction: kept while offline, sent again until acknowledged, never overtaken. */
  fact?: TransactionFact;
  /** Goes out although the boot is not accepted yet: the boot itself, what was triggered, what a test insists on. */
  urgent?: boolean;
  onOutcome?(outcome: Outcome): void;
};

/** The message with what sending needs to remember. */
export type Letter = Message & {
  order: number;
  attempt: number;
  /** Attempts that ended in an error or in silence; a line that went down is nobody's failure. */
  failures: number;
  offline: boolean;
  notBefore: number;
  /** Both are settled at the first attempt: a repetition is the same message with the same id. */
  id?: string;
  payload?: JsonObject;
  /** A repetition out of fault, which is not repeated in its turn. */
  again?: true;
};

export type RetryRule = { attempts: number; intervalMs: number };

export type OutboxOptions = {
  clock: Clock;
  random: Random;
  faults: Faults;
  retry(): RetryRule;
  /** Puts it on the line and reports back once, at the latest when the line goes down or the time-out strikes. */
  transmit(letter: Letter, done: (outcome: Outcome) => void): void;
  onAbandoned(letter: Letter): void;
};

/** Which messages may go out now: none without a line, only urgent ones before the boot is accepted. */
export type Gate = "shut" | "urgent" | "open";

/**
 * What waits to be sent. One CALL is on its way at a time. Messages of transactions wait in a lane of their own: it
 * survives the line, keeps its order, and holds back while its first message waits for another attempt, whereas the
 * others pass it.
 */
export class Outbox {
  #options: OutboxOptions;
  #gate: Gate = "shut";
  #ordinary: Letter[] = [];
  #durable: Letter[] = [];
  #onTheWay: Letter | undefined;
  #orders = 0;
  #alarm: Cancel | undefined;
  #idlers: (() => void)[] = [];

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Messages of transactions not acknowledged yet. */
  get backlog(): number {
    return this.#durable.length;
  }

  /** Whether one of them belongs to this transaction; to any when none is named. */
  holds(transaction?: number): boolean {
    return this.#durable.some(({ fact }) => transaction === undefined || fact?.transaction === transaction);
  }

  post(message: Message): void {
    const letter: Letter = {
      ...message,
      order: this.#orders++,
      attempt: 0,
      failures: 0,
      offline: this.#gate === "shut",
      notBefore: 0,
    };
    if (message.fact) this.#durable.push(letter);
    else if (this.#gate === "shut" || (this.#gate === "urgent" && !message.urgent)) {
      message.onOutcome?.({ type: "line-down" });
      return;
    } else this.#ordinary.push(letter);
    this.#pump();
  }

  setGate(gate: Gate): void {
    this.#gate = gate;
    if (gate === "shut") this.#lineDown();
    this.#pump();
  }

  /** Forgets everything: the station is taken away. */
  clear(): void {
    this.#durable = [];
    this.#lineDown();
  }

  /** Resolves when nothing is on its way and nothing could be sent now. Waits through retries, but not for a line. */
  idle(): Promise<void> {
    if (this.#isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#idlers.push(resolve));
  }

  get #isIdle(): boolean {
    if (this.#onTheWay) return false;
    return (
      this.#gate === "shut" || (this.#ordinary.length === 0 && (this.#gate !== "open" || this.#durable.length === 0))
    );
  }

  #pump(): void {
    const letter = this.#onTheWay || this.#gate === "shut" ? undefined : this.#next();
    if (!letter) {
      this.#tellIdlers();
      return;
    }
    this.#onTheWay = letter;
    letter.attempt += 1;
    this.#options.transmit(letter, (outcome) => this.#settle(letter, outcome));
  }

  /** The one that has waited longer of the two lanes' first; a transaction that waits for its retry lets others pass. */
  #next(): Letter | undefined {
    const { clock, faults, random } = this.#options;
    const ordinary = this.#ordinary[0];
    const [first, second] = this.#gate === "open" ? this.#durable : [];
    const waits = first ? first.notBefore - clock.now() : 0;
    if (first && waits > 0) {
      this.#alarm?.();
      this.#alarm = clock.after(waits, () => this.#pump());
      return ordinary;
    }
    if (first && second && second.attempt === 0 && first.attempt === 0 && random.chance(faults.reorder)) {
      this.#durable.splice(0, 2, second, first);
      return second;
    }
    if (!first || (ordinary && ordinary.order < first.order)) return ordinary;
    return first;
  }

  #settle(letter: Letter, outcome: Outcome): void {
    if (this.#onTheWay !== letter) return;
    this.#onTheWay = undefined;
    if (letter.fact) this.#settleDurable(letter, outcome);
    else {
      this.#ordinary = this.#ordinary.filter((other) => other !== letter);
      letter.onOutcome?.(outcome);
    }
    this.#pump();
  }

  #settleDurable(letter: Letter, outcome: Outcome): void {
    const { clock, retry } = this.#options;
    if (outcome.type === "line-down") return;
    if (outcome.type !== "result") {
      letter.failures += 1;
      const { attempts, intervalMs } = retry();
      if (letter.failures < attempts) {
        letter.notBefore = clock.now() + intervalMs * letter.failures;
        return;
      }
      this.#drop(letter);
      this.#options.onAbandoned(letter);
      letter.onOutcome?.({ type: "abandoned" });
      return;
    }
    this.#drop(letter);
    this.#perhapsAgain(letter);
    letter.onOutcome?.(outcome);
  }

  #drop(letter: Letter): void {
    if (this.#durable[0] === letter) this.#durable.shift();
    else this.#durable = this.#durable.filter((other) => other !== letter);
  }

  #perhapsAgain(letter: Letter): void {
    const { faults, random } = this.#options;
    if (letter.again || !random.chance(faults.duplicate)) return;
    this.#durable.unshift({ ...letter, again: true, onOutcome: undefined });
  }

  /** Everything but the transactions is lost with the line; those are history from now on. */
  #lineDown(): void {
    this.#alarm?.();
    const lost = this.#ordinary;
    this.#ordinary = [];
    this.#onTheWay = undefined;
    for (const letter of this.#durable) letter.offline = true;
    for (const letter of lost) letter.onOutcome?.({ type: "line-down" });
    this.#tellIdlers();
  }

  #tellIdlers(): void {
    if (!this.#isIdle) return;
    const idlers = this.#idlers;
    this.#idlers = [];
    for (const tell of idlers) tell();
  }
}
