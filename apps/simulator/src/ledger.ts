import type { JsonObject } from "./json";

/** One line of a station's own account of the conversation. */
export type LedgerEntry = { at: string; station: string } & Happening;

type Happening =
  | { kind: "connected"; protocol: string }
  | { kind: "refused"; status: number; reason: string }
  | { kind: "disconnected"; code: number; reason: string }
  | ({ kind: "sent"; attempt: number; offline: boolean } & CallLine)
  | ({ kind: "acknowledged"; answer: JsonObject } & CallLine)
  | ({ kind: "errored"; code: string; description: string } & CallLine)
  /** Timed out, or the line went down while we waited: the station cannot know what became of it. */
  | ({ kind: "unanswered"; cause: "timeout" | "line-down" } & CallLine)
  /** Sent as often as the station was told to, never accepted: the station itself gives it up. */
  | { kind: "abandoned"; action: string; fact?: TransactionFact }
  | { kind: "received"; id: string; action: string; payload: JsonObject }
  | { kind: "answered"; id: string; action: string; answer: JsonObject }
  | { kind: "answered-error"; id: string; action: string; code: string }
  /** A frame that fits nothing: an answer to no call, something that is no frame. */
  | { kind: "stray"; text: string };

type CallLine = { id: string; action: string; payload: JsonObject; fact?: TransactionFact };

/** What one message says about one transaction. */
export type TransactionFact = {
  /** The station's own count of its transactions, from 1; the wire's id may come later (1.6) or never. */
  transaction: number;
  phase: "started" | "updated" | "sample" | "ended";
  /** The sequence number of 2.x. */
  sequence?: number;
  at: string;
  wh: number;
};

/** A whole transaction as the station remembers it, to be compared with what a CSMS stored. */
export type LedgerTransaction = {
  station: string;
  transaction: number;
  /** As known on the wire; "-1" never stands here: without an answer 1.6 has none. */
  wireId: string | undefined;
  evse: number;
  connector: number;
  token: string | undefined;
  startedAt: string;
  meterStartWh: number;
  endedAt?: string;
  meterStopWh?: number;
  reason?: string;
  facts: LedgerFact[];
};

export type LedgerFact = TransactionFact & { sends: number; acknowledged: boolean; abandoned: boolean };

export type LedgerOptions = {
  /** "all" for tests that compare; "counts" for fleets that run for days. */
  keep?: "all" | "counts";
  /** Gets each entry as one line of JSON, line feed included. */
  write?: (line: string) => void;
};

/** A station's account: everything it sent, and everything that was acknowledged, which it then forgot. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];
  readonly transactions = new Map<number, LedgerTransaction>();
  readonly counts = { sent: 0, acknowledged: 0, errored: 0, unanswered: 0, abandoned: 0, received: 0, connected: 0 };
  /** CALLs that reached us while an earlier one was not answered yet; a CSMS must not do that. */
  overlaps = 0;
  #facts = new Map<TransactionFact, LedgerFact>();
  #watchers = new Set<(entry: LedgerEntry) => void>();

  readonly station: string;
  readonly #options: LedgerOptions;

  constructor({ station, ...options }: { station: string } & LedgerOptions) {
    this.station = station;
    this.#options = options;
  }

  /** Messages that the CSMS acknowledged, in the order of the acknowledgements. */
  get acknowledged() {
    return this.entries.filter((entry) => entry.kind === "acknowledged");
  }

  get sent() {
    return this.entries.filter((entry) => entry.kind === "sent");
  }

  /** What the CSMS called, in order. */
  get received() {
    return this.entries.filter((entry) => entry.kind === "received");
  }

  note(at: number, happening: Happening): void {
    this.#count(happening);
    const entry: LedgerEntry = { at: new Date(at).toISOString(), station: this.station, ...happening };
    if (this.#keepsAll) this.entries.push(entry);
    this.#options.write?.(`${JSON.stringify(entry)}\n`);
    for (const watch of this.#watchers) watch(entry);
  }

  open(transaction: Omit<LedgerTransaction, "station" | "facts">): LedgerTransaction {
    const opened: LedgerTransaction = { station: this.station, ...transaction, facts: [] };
    if (this.#keepsAll) this.transactions.set(opened.transaction, opened);
    return opened;
  }

  /** A fact exists from the moment it happened, whether or not it was ever sent. */
  record(fact: TransactionFact): void {
    const transaction = this.transactions.get(fact.transaction);
    if (!transaction) return;
    const recorded: LedgerFact = { ...fact, sends: 0, acknowledged: false, abandoned: false };
    transaction.facts.push(recorded);
    this.#facts.set(fact, recorded);
  }

  /** The first entry that fits, now or later. */
  waitFor(fits: (entry: LedgerEntry) => boolean, timeoutMs = 10_000): Promise<LedgerEntry> {
    const found = this.entries.find(fits);
    if (found) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const watch = (entry: LedgerEntry): void => {
        if (!fits(entry)) return;
        clearTimeout(timer);
        this.#watchers.delete(watch);
        resolve(entry);
      };
      const timer = setTimeout(() => {
        this.#watchers.delete(watch);
        reject(new Error(`${this.station}: nothing of the kind in the ledger within ${timeoutMs} ms`));
      }, timeoutMs);
      this.#watchers.add(watch);
    });
  }

  get #keepsAll(): boolean {
    return this.#options.keep !== "counts";
  }

  #count(happening: Happening): void {
    switch (happening.kind) {
      case "sent":
        this.counts.sent += 1;
        this.#mark(happening.fact, (fact) => {
          fact.sends += 1;
        });
        break;
      case "acknowledged":
        this.counts.acknowledged += 1;
        this.#mark(happening.fact, (fact) => {
          fact.acknowledged = true;
        });
        break;
      case "abandoned":
        this.counts.abandoned += 1;
        this.#mark(happening.fact, (fact) => {
          fact.abandoned = true;
        });
        break;
      case "errored":
      case "unanswered":
      case "received":
      case "connected":
        this.counts[happening.kind] += 1;
        break;
    }
  }

  #mark(fact: TransactionFact | undefined, change: (recorded: LedgerFact) => void): void {
    const recorded = fact && this.#facts.get(fact);
    if (recorded) change(recorded);
  }
}
