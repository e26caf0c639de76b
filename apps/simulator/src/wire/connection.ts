import type { Ledger } from "../ledger";
import type { Random } from "../random";
import type { Cancel, Clock } from "../time/clock";
import { type BackOffRule, backOffMs } from "./back-off";
import type { Faults } from "./faults";
import { type Line, type LineHandlers, type LineOptions, openLine, UpgradeRefused } from "./line";

export type ConnectionOptions = {
  clock: Clock;
  stationNow(): number;
  random: Random;
  ledger: Ledger;
  faults: Faults;
  address(): LineOptions;
  backOff(): BackOffRule;
  pingMs(): number;
  reconnect: boolean;
  onUp(line: Line): void;
  onText(text: string): void;
  onDown(): void;
};

/** Keeps one line to the CSMS: dials, waits and dials again, pings, notices silence. */
export class Connection {
  #options: ConnectionOptions;
  #line: Line | undefined;
  /** Whether the station wants to be connected at all. */
  #wanted = false;
  #attempt = 0;
  #dialling = false;
  #timers: { redial?: Cancel; ping?: Cancel; drop?: Cancel } = {};
  #heard = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get up(): boolean {
    return this.#line !== undefined;
  }

  /** Dials once; rejects when that fails and nobody is to try again. */
  async dial(): Promise<void> {
    this.#wanted = true;
    this.#timers.redial?.();
    if (this.#line || this.#dialling) return;
    this.#dialling = true;
    try {
      await openLine(this.#options.address(), this.#handlers());
    } catch (error) {
      this.#wasRefused(error);
      throw error;
    } finally {
      this.#dialling = false;
    }
  }

  /** Dials until it succeeds. */
  keepDialling(): void {
    this.dial().catch(() => this.#redialLater());
  }

  send(text: string | Buffer): void {
    this.#line?.send(text);
  }

  /** Gives the line up by the book and stays away. */
  hangUp(code = 1000, reason = ""): void {
    this.#wanted = false;
    this.#timers.redial?.();
    this.#line?.close(code, reason);
    this.#isDown(code, reason);
  }

  /** The line is gone without a word. Stays away if told so; else dials again after the back-off. */
  cut({ stayAway }: { stayAway: boolean }): void {
    this.#wanted = !stayAway;
    this.#timers.redial?.();
    this.#line?.cut();
    this.#isDown(1006, "cut by the station");
  }

  /** What an older line still has to tell is not for the one that replaced it. */
  #handlers(): LineHandlers {
    let own: Line | undefined;
    const isCurrent = (): boolean => own !== undefined && own === this.#line;
    return {
      onOpen: (line) => {
        own = line;
        this.#isUp(line);
      },
      onText: (text) => {
        if (!isCurrent()) return;
        this.#heard = true;
        this.#options.onText(text);
      },
      onClose: (code, reason) => {
        if (isCurrent()) this.#isDown(code, reason);
      },
      onPing: () => {
        this.#heard = true;
        return !this.#options.faults.neverPong;
      },
      onPong: () => {
        this.#heard = true;
      },
    };
  }

  #isUp(line: Line): void {
    const { ledger, onUp, stationNow } = this.#options;
    if (!this.#wanted) {
      line.close(1000, "");
      return;
    }
    this.#line = line;
    this.#attempt = 0;
    this.#heard = true;
    ledger.note(stationNow(), { kind: "connected", protocol: line.protocol });
    this.#pingLater(line);
    this.#dropLater(line);
    onUp(line);
  }

  #isDown(code: number, reason: string): void {
    if (!this.#line) return;
    this.#line = undefined;
    this.#timers.ping?.();
    this.#timers.drop?.();
    this.#options.ledger.note(this.#options.stationNow(), { kind: "disconnected", code, reason });
    this.#options.onDown();
    if (this.#options.reconnect) this.#redialLater();
  }

  #wasRefused(error: unknown): void {
    const { ledger, stationNow } = this.#options;
    const status = error instanceof UpgradeRefused ? error.status : 0;
    ledger.note(stationNow(), { kind: "refused", status, reason: error instanceof Error ? error.message : "" });
  }

  #redialLater(): void {
    const { backOff, clock, random } = this.#options;
    if (!this.#wanted) return;
    this.#timers.redial?.();
    this.#timers.redial = clock.after(backOffMs(this.#attempt++, backOff(), random), () => this.keepDialling());
  }

  /** A line on which nothing was heard since the last ping is dead. */
  #pingLater(line: Line): void {
    const { clock, pingMs } = this.#options;
    this.#timers.ping = clock.after(pingMs() || 60_000, () => {
      if (pingMs() > 0) {
        if (!this.#heard) {
          this.cut({ stayAway: false });
          return;
        }
        this.#heard = false;
        line.ping();
      }
      this.#pingLater(line);
    });
  }

  /** Faults were ordered or lifted: the next failure of the line is drawn anew. */
  faultsChanged(): void {
    this.#timers.drop?.();
    if (this.#line) this.#dropLater(this.#line);
  }

  #dropLater(line: Line): void {
    const { clock, faults, random } = this.#options;
    if (faults.dropEvery <= 0) return;
    this.#timers.drop = clock.after(random.exponential(faults.dropEvery), () => {
      if (this.#line === line) this.cut({ stayAway: false });
    });
  }
}
