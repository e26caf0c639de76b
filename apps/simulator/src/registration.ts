import type { BootReason, Dialect } from "./dialects/dialect";
import type { Cancel, Clock } from "./time/clock";
import type { Outbox } from "./wire/outbox";

export type RegistrationStatus = "unregistered" | "Pending" | "Rejected" | "Accepted";

export type RegistrationOptions = {
  clock: Clock;
  outbox: Outbox;
  dialect: Dialect;
  /** Tells the boot again at every new line, as some stations do, though the standard wants it only after a restart. */
  bootOnReconnect: boolean;
  /** Without another line to come, whoever waits for an answer to the boot is told that there was none. */
  reconnects: boolean;
  heartbeatMs(): number;
  setHeartbeatMs(milliseconds: number): void;
  onAccepted(reason: BootReason): void;
  /** The line is back, and the CSMS knows us already. */
  onResumed(offlineMs: number): void;
};

/** How the station stands with the CSMS: it boots, boots again while it is told to wait, then sends heartbeats. */
export class Registration {
  status: RegistrationStatus = "unregistered";
  #options: RegistrationOptions;
  #reason: BootReason = "power-up";
  #timer: Cancel | undefined;
  #up = false;
  #downSince = 0;
  #armedMs = 0;
  #listeners = new Set<(status: RegistrationStatus) => void>();

  constructor(options: RegistrationOptions) {
    this.#options = options;
  }

  lineUp(): void {
    this.#up = true;
    const { bootOnReconnect, clock, onResumed, outbox } = this.#options;
    if (this.status === "Accepted" && !bootOnReconnect) {
      outbox.setGate("open");
      onResumed(clock.now() - this.#downSince);
      this.#heartbeatLater();
      this.#tell();
      return;
    }
    outbox.setGate("urgent");
    this.#boot();
  }

  lineDown(): void {
    this.#up = false;
    this.#downSince = this.#options.clock.now();
    this.#timer?.();
    if (!this.#options.reconnects) this.#tell();
  }

  /** Everything starts over at the next line. */
  restart(reason: BootReason): void {
    this.status = "unregistered";
    this.#reason = reason;
  }

  /** The next answer to a boot, or the resumption of an accepted registration. */
  next(): Promise<RegistrationStatus> {
    return new Promise((resolve) => {
      const listener = (status: RegistrationStatus): void => {
        this.#listeners.delete(listener);
        resolve(status);
      };
      this.#listeners.add(listener);
    });
  }

  /** A boot out of turn, asked for by the CSMS. */
  bootAgain(reason: BootReason): void {
    this.#reason = reason;
    this.#boot();
  }

  #boot(): void {
    const { clock, dialect, outbox, setHeartbeatMs } = this.#options;
    this.#timer?.();
    outbox.post({
      ...dialect.boot(this.#reason),
      urgent: true,
      onOutcome: (outcome) => {
        if (outcome.type === "line-down" || !this.#up) return;
        const answer = outcome.type === "result" ? dialect.readBoot(outcome.payload) : undefined;
        if (answer?.status === "Accepted") {
          if (answer.intervalMs > 0) setHeartbeatMs(answer.intervalMs);
          this.#accepted();
          return;
        }
        if (answer) this.status = answer.status;
        this.#timer = clock.after(answer?.intervalMs || ownBootRetryMs, () => this.#boot());
        this.#tell();
      },
    });
  }

  #accepted(): void {
    const { onAccepted, outbox } = this.#options;
    this.status = "Accepted";
    const reason = this.#reason;
    this.#reason = "power-up";
    outbox.setGate("open");
    onAccepted(reason);
    this.#heartbeatLater();
    this.#tell();
  }

  #heartbeatLater(): void {
    const { clock, dialect, heartbeatMs, outbox } = this.#options;
    this.#timer?.();
    this.#armedMs = heartbeatMs();
    this.#timer = clock.after(heartbeatMs() || 60_000, () => {
      if (heartbeatMs() > 0) outbox.post(dialect.heartbeat());
      this.#heartbeatLater();
    });
  }

  /** The rhythm was set anew: it counts from now. */
  rhythmChanged(): void {
    if (this.#up && this.status === "Accepted" && this.#armedMs !== this.#options.heartbeatMs()) this.#heartbeatLater();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener(this.status);
  }
}

/** Between two boots when the CSMS leaves the choice to us, or says nothing we understand. */
const ownBootRetryMs = 30_000;
