import type { BootReason } from "../dialects/dialect";
import type { Cancel, Clock } from "../time/clock";
import type { Charger } from "./charger";
import type { ResetOrder } from "./controls";
import type { Evse } from "./evse";

export type RestartOptions = {
  charger: Charger;
  clock: Clock;
  network: Clock;
  rebootMs: number;
  /** Everything that could be said is said. */
  settled(): Promise<void>;
  goDown(reason: BootReason): void;
  comeUp(): void;
};

/** Restarts: at once, when the last car is done, or of one EVSE alone. */
export class Restart {
  #options: RestartOptions;
  #whenIdle: ResetOrder | undefined;
  #resuming = false;
  #timers = new Set<Cancel>();
  #stopped = false;

  constructor(options: RestartOptions) {
    this.#options = options;
  }

  /** A restart waits for the last transaction. */
  get pending(): boolean {
    return this.#whenIdle !== undefined;
  }

  order(order: ResetOrder): void {
    if (order.when === "when-idle") {
      this.#whenIdle = order;
      this.transactionEnded();
    } else if (order.evse) this.#restartEvse(order.evse, order.when);
    else void this.restart(order.when, "remote-reset");
  }

  transactionEnded(): void {
    const order = this.#whenIdle;
    if (!order) return;
    const concerned = order.evse ? [order.evse] : this.#options.charger.evses;
    if (concerned.every(({ transaction }) => !transaction)) this.order({ ...order, when: "gently" });
  }

  /** Ends what charges unless that is to go on, says so if it can, goes down, and comes up again later. */
  async restart(when: "now" | "gently" | "resume", reason: BootReason): Promise<void> {
    const { charger, clock, comeUp, goDown, network, rebootMs, settled } = this.#options;
    this.#whenIdle = undefined;
    this.#resuming = when === "resume";
    for (const evse of charger.evses) {
      if (evse.transaction && when !== "resume") {
        charger.stop(evse, { trigger: "reset", reason: when === "gently" ? "reset-gently" : "reset-now" });
      }
    }
    await Promise.race([settled(), new Promise<void>((resolve) => this.#later(network, goodbyeMs, resolve))]);
    if (this.#stopped) return;
    goDown(reason);
    this.#later(clock, rebootMs, () => {
      charger.reboot();
      comeUp();
    });
  }

  /** The CSMS accepted the boot: what went on through the restart is told to go on. */
  booted(): void {
    if (this.#resuming) for (const evse of this.#options.charger.evses) this.#options.charger.report(evse, "resumed");
    this.#resuming = false;
  }

  /** Nothing that was to happen happens any more. */
  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#timers) cancel();
  }

  /** One EVSE restarts: it is out of service for a while and comes back as it was. */
  #restartEvse(evse: Evse, when: ResetOrder["when"]): void {
    const { charger, clock, rebootMs } = this.#options;
    this.#whenIdle = undefined;
    if (when !== "resume") charger.stop(evse, { trigger: "reset", reason: "reset-now" });
    const wasOperative = evse.operative;
    evse.operative = false;
    charger.review();
    this.#later(clock, rebootMs, () => {
      evse.operative = wasOperative;
      charger.review();
      if (when === "resume") charger.report(evse, "resumed");
    });
  }

  #later(clock: Clock, milliseconds: number, task: () => void): void {
    const cancel = clock.after(milliseconds, () => {
      this.#timers.delete(cancel);
      task();
    });
    this.#timers.add(cancel);
  }
}

/** A CSMS that takes longer to hear our goodbye hears the rest after the restart. */
const goodbyeMs = 3_000;
