import type { Controls } from "../../charger/controls";
import { isEnabled, storedIn } from "../../dialects/ocpp2/variable";
import type { Cancel } from "../../time/clock";
import { type EventData, eventOf, eventsMessage } from "./event";
import { look, type Monitor } from "./monitor";
import { Streams } from "./streams";

export type Base = "All" | "FactoryDefault" | "HardWiredOnly";

/** What this station watches of itself. It looks once a second while there is anything to watch, and never otherwise. */
export class Monitoring {
  /** Stations leave the factory quiet: what is preconfigured watches once the CSMS asks for it. */
  base: Base = "HardWiredOnly";
  /** Severities up to this one are told; 9 is the least severe. */
  level = 9;
  readonly streams: Streams;
  #controls: Controls;
  #monitors: Monitor[] = [];
  #timer: Cancel | undefined;
  #lastId = firstCustomId - 1;
  #untold: EventData[] = [];

  constructor(controls: Controls) {
    this.#controls = controls;
    this.streams = new Streams(controls);
  }

  get all(): readonly Monitor[] {
    return this.#monitors;
  }

  /** Adds a monitor, or puts it in the place of the one with its id. */
  put(monitor: Omit<Monitor, "id"> & { id?: number }): Monitor {
    const id = monitor.id ?? ++this.#lastId;
    const made: Monitor = { ...monitor, id };
    this.streams.close(id);
    this.#monitors = [...this.#monitors.filter((other) => other.id !== id), made];
    return made;
  }

  clear(id: number): void {
    this.streams.close(id);
    this.#monitors = this.#monitors.filter((monitor) => monitor.id !== id);
  }

  /** Which kinds watch from now on, with those the factory would set. Custom ones outlast "All" only. */
  rebase(base: Base, preconfigured: Monitor[]): void {
    this.base = base;
    for (const { id, origin } of this.#monitors) {
      if (base !== "All" || origin === "PreconfiguredMonitor") this.clear(id);
    }
    if (base !== "HardWiredOnly") for (const monitor of preconfigured) this.put(monitor);
    this.look();
  }

  /** Looks at everything now, and again in a second. */
  look(): void {
    this.#timer?.();
    this.#timer = undefined;
    if (this.#monitors.length === 0) return;
    if (isEnabled(this.#controls, "MonitoringCtrlr")) this.#lookAtAll();
    this.#timer = this.#controls.later(lookMs, () => this.look());
  }

  #lookAtAll(): void {
    const { charger, now } = this.#controls;
    const events = this.#untold.splice(0);
    for (const monitor of this.#monitors) {
      const place = monitor.component.evse?.id;
      if (monitor.transaction && !charger.running.some(({ evse }) => place === undefined || evse === place)) continue;
      const actual = monitor.watched.read?.(this.#controls);
      const finding = actual === undefined ? undefined : look(monitor, actual, now());
      if (actual === undefined || !finding || monitor.severity > this.level) continue;
      if (finding.trigger === "Periodic" && this.streams.take(monitor.id, actual)) continue;
      events.push(eventOf(monitor, finding, actual, this.#controls));
    }
    this.streams.flush();
    if (events.length > 0) this.#tell(events);
  }

  /** What the line did not take is kept if it is severe enough. */
  #tell(events: EventData[]): void {
    this.#controls.post({
      ...eventsMessage(events, this.#controls),
      onOutcome: (outcome) => {
        if (outcome.type !== "line-down") return;
        const worst = Number(storedIn(this.#controls, "MonitoringCtrlr", "OfflineQueuingSeverity") ?? queuedSeverity);
        this.#untold.push(...events.filter(({ severity }) => severity <= worst));
        this.#untold.splice(0, this.#untold.length - mostUntold);
      },
    });
  }
}

/** Errors and worse are told after the line was down, unless the CSMS wants it otherwise. */
export const queuedSeverity = 4;

const lookMs = 1_000;
const firstCustomId = 101;
const mostUntold = 100;
