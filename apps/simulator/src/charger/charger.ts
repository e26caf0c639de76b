import type { Ledger } from "../ledger";
import { type Car, ordinaryCar } from "../physics/car";
import type { Random } from "../random";
import type { Clock } from "../time/clock";
import { type Connector, conditionOf, type Evse, type EvseSpec, makeEvse } from "./evse";
import { limitReached } from "./limit-reached";
import { extendTransaction, openTransaction } from "./open-transaction";
import { beginsWith, endsWith, gained, pointsOf, stateOf } from "./points";
import { Rhythm } from "./rhythm";
import type { Settings } from "./settings";
import type {
  Authorisation,
  StartPoint,
  StopReason,
  Token,
  Transaction,
  TransactionHappening,
  Trigger,
} from "./transaction";

export type ChargerOptions = {
  evses: EvseSpec[];
  clock: Clock;
  /** How much faster than the clock the world of cars and batteries runs. */
  speed: number;
  random: Random;
  settings: Settings;
  ledger: Ledger;
  /** The station's idea of the time, faults included. */
  stationNow(): number;
  newTransactionId(): string | undefined;
  onAwaitingCar(evse: Evse): void;
  onConnector(evse: Evse, connector: Connector): void;
  onTransaction(happening: TransactionHappening): void;
};

type Cause = { trigger: Trigger; reason?: StopReason; token?: Token };

/**
 * The controller of a station, before any version of OCPP: who may charge, when a transaction begins and ends, what each
 * connector is. It tells what happened; a dialect finds the words.
 */
export class Charger {
  readonly evses: Evse[];
  operative = true;
  #options: ChargerOptions;
  #origin: number;
  #transactions = 0;
  #rhythm: Rhythm;

  constructor(options: ChargerOptions) {
    this.#options = options;
    this.#origin = options.clock.now();
    this.#rhythm = new Rhythm({
      ...options,
      sample: (evse, transaction) => this.#sample(evse, transaction, "sample"),
      look: (evse) => this.#look(evse),
    });
    this.evses = options.evses.map((spec, index) => makeEvse(index + 1, spec, options.random, this.#origin));
  }

  evse(id: number): Evse | undefined {
    return this.evses[id - 1];
  }

  get running(): Transaction[] {
    return this.evses.flatMap(({ transaction }) => transaction ?? []);
  }

  plugIn(evse: Evse, { car = ordinaryCar, connector = evse.connectors[0] }: { car?: Car; connector?: Connector } = {}) {
    if (evse.pluggedInto) throw new Error(`EVSE ${evse.id} already has a car`);
    this.#advance(evse);
    evse.bay.plugIn(car);
    evse.pluggedInto = connector;
    evse.timers.plug?.();
    this.#review(evse, { trigger: "plugged-in" });
  }

  /** The cable leaves the car; whoever was authorised is so no more. */
  unplug(evse: Evse): void {
    if (!evse.pluggedInto) return;
    this.#advance(evse);
    const reading = evse.bay.reading();
    evse.bay.unplug();
    evse.pluggedInto = undefined;
    evse.authorisation = undefined;
    evse.finishing = false;
    this.#review(evse, { trigger: "departed", reason: "departed" }, reading);
  }

  authorise(evse: Evse, authorisation: Authorisation): void {
    this.#advance(evse);
    evse.authorisation = authorisation;
    evse.finishing = false;
    if (!evse.pluggedInto) this.#expectPlug(evse);
    const trigger = authorisation.remoteStartId === undefined ? "authorised" : "remote-start";
    this.#review(evse, { trigger, token: authorisation.token });
    if (!evse.pluggedInto) this.#options.onAwaitingCar(evse);
  }

  /** Takes the authorisation away. Whether that ends the transaction is a matter of its stop points, unless forced. */
  stop(evse: Evse, cause: Cause): void {
    this.#advance(evse);
    evse.authorisation = undefined;
    evse.timers.plug?.();
    const running = evse.transaction;
    if (running && forcing.has(cause.trigger)) this.#end(evse, running, cause);
    else if (running && !endsWith(pointsOf(evse), running, this.#options.settings))
      this.#tell(evse, running, { phase: "updated", ...cause });
    this.#review(evse, cause);
  }

  /** After a reset nobody is authorised any more, and cables still in are seen as new, but where a transaction goes on. */
  reboot(): void {
    for (const evse of this.evses) {
      if (evse.transaction) continue;
      evse.authorisation = undefined;
      evse.finishing = false;
      for (const connector of evse.connectors) connector.condition = conditionOf(evse, connector, this.operative);
      this.#review(evse, { trigger: "plugged-in" });
    }
  }

  /** The CSMS said no to a transaction that runs already. */
  refuse(transaction: Transaction): void {
    const evse = this.evse(transaction.evse);
    if (!evse || evse.transaction !== transaction) return;
    transaction.refused = true;
    if (this.#options.settings.stopOnInvalidId) {
      this.stop(evse, { trigger: "deauthorised", reason: "deauthorised" });
    } else {
      this.#advance(evse);
      this.#review(evse, { trigger: "charging-state" });
    }
  }

  limit(evse: Evse, watts: number | undefined): void {
    this.#advance(evse);
    evse.bay.limitWatts = watts;
    this.#review(evse, { trigger: "charging-state" });
  }

  /** What charging profiles allow; undefined when they allow everything. A transaction that gets more or less says so. */
  obey(evse: Evse, watts: number | undefined): void {
    if (evse.bay.allowedWatts === watts) return;
    this.#advance(evse);
    evse.bay.allowedWatts = watts;
    const { transaction } = evse;
    const before = transaction?.state;
    this.#review(evse, { trigger: "charging-state" });
    if (transaction && transaction.state === before)
      this.#tell(evse, transaction, { phase: "updated", trigger: "rate" });
  }

  /** A connector breaks, or is whole again when no fault is given. A transaction on it ends. */
  fault(evse: Evse, connector: Connector, fault: string | undefined): void {
    this.#advance(evse);
    connector.fault = fault;
    const onIt = evse.transaction?.connector === connector.id;
    if (fault !== undefined && onIt) {
      this.stop(evse, { trigger: "abnormal", reason: fault === "GroundFailure" ? "ground-fault" : "other" });
    } else this.#review(evse, { trigger: "abnormal" });
  }

  /** Takes something in or out of service; what charges now may finish first. */
  review(): void {
    for (const evse of this.evses) {
      this.#advance(evse);
      this.#review(evse, { trigger: "charging-state" });
    }
  }

  /** The meter as it is now. */
  reading(evse: Evse) {
    this.#advance(evse);
    return evse.bay.reading();
  }

  /** Reports a running transaction out of turn. */
  report(evse: Evse, trigger: "trigger" | "clock" | "tariff" | "limit-set" | "resumed"): void {
    if (evse.transaction) this.#sample(evse, evse.transaction, trigger);
  }

  /** The rhythm of samples was set anew: it counts from now. */
  rhythmChanged(): void {
    this.#rhythm.changed(this.evses);
  }

  /** Stops all timers. Cars, cables and registers stay as they are. */
  rest(): void {
    for (const evse of this.evses) {
      evse.timers.plug?.();
      this.#rhythm.end(evse);
    }
  }

  #advance({ bay }: Evse): void {
    const { clock, speed } = this.#options;
    bay.advanceTo(this.#origin + (clock.now() - this.#origin) * speed);
  }

  #expectPlug(evse: Evse): void {
    const { clock, settings } = this.#options;
    evse.timers.plug?.();
    evse.timers.plug = clock.after(settings.connectionTimeOutMs, () => {
      if (evse.pluggedInto) return;
      this.stop(evse, { trigger: "connect-timeout", reason: "timeout" });
    });
  }

  #review(evse: Evse, cause: Cause, reading?: ReturnType<Charger["reading"]>): void {
    // A cable that goes in is seen before the transaction it opens; one that goes out, after the one it ends.
    if (!evse.transaction) this.#showConnectors(evse);

    const holding = pointsOf(evse);
    const running = evse.transaction;
    if (!running && this.#mayStart(evse, holding)) this.#start(evse, cause);
    else if (running && endsWith(holding, running, this.#options.settings)) this.#end(evse, running, cause, reading);
    else if (running && gained(holding, running)) this.#update(evse, running, cause);

    this.#closeContactor(evse);
    this.#lookAtState(evse);
    this.#showConnectors(evse);
  }

  #mayStart(evse: Evse, holding: Set<StartPoint>): boolean {
    if (evse.finishing || !this.isOperative(evse)) return false;
    const connector = evse.pluggedInto;
    if (connector && (connector.fault !== undefined || !connector.operative)) return false;
    return beginsWith(holding, this.#options.settings);
  }

  isOperative(evse: Evse): boolean {
    return this.operative && evse.operative && evse.connectors.some((c) => c.operative && c.fault === undefined);
  }

  #start(evse: Evse, cause: Cause): void {
    const { ledger, newTransactionId, stationNow } = this.#options;
    const opening = { number: ++this.#transactions, wireId: newTransactionId(), at: stationNow(), ledger };
    const transaction = openTransaction(evse, opening);
    evse.transaction = transaction;
    this.#tell(evse, transaction, { phase: "started", ...cause, token: evse.authorisation?.token });
    this.#rhythm.begin(evse, transaction);
  }

  #update(evse: Evse, transaction: Transaction, cause: Cause): void {
    extendTransaction(evse, transaction);
    this.#tell(evse, transaction, { phase: "updated", ...cause });
  }

  #end(evse: Evse, transaction: Transaction, cause: Cause, reading = evse.bay.reading()): void {
    evse.transaction = undefined;
    evse.authorisation = undefined;
    evse.finishing = evse.pluggedInto !== undefined;
    evse.bay.closed = false;
    evse.bay.allowedWatts = undefined;
    evse.timers.plug?.();
    this.#rhythm.end(evse);
    const { ledger } = transaction;
    ledger.endedAt = new Date(this.#options.stationNow()).toISOString();
    ledger.meterStopWh = Math.floor(reading.wh);
    ledger.reason = cause.reason ?? "local";
    transaction.state = evse.pluggedInto ? "connected" : "idle";
    this.#tell(evse, transaction, { phase: "ended", ...cause, reason: cause.reason ?? "local" }, reading);
  }

  #closeContactor(evse: Evse): void {
    const { transaction, pluggedInto, bay, authorisation } = evse;
    bay.closed = Boolean(transaction && !transaction.refused && pluggedInto && authorisation);
  }

  /** Notices that the car is full, or that the station gives nothing any more. */
  #lookAtState(evse: Evse): void {
    const { transaction } = evse;
    if (!transaction) return;
    const state = stateOf(evse, transaction);
    if (state === transaction.state) return;
    transaction.state = state;
    this.#tell(evse, transaction, { phase: "updated", trigger: "charging-state" });
  }

  #look(evse: Evse): void {
    this.#advance(evse);
    const reached = evse.transaction && limitReached(evse.transaction, this.#meterOf(evse));
    if (reached) this.stop(evse, { trigger: reached, reason: reached });
    this.#lookAtState(evse);
    this.#showConnectors(evse);
  }

  #meterOf({ bay }: Evse): { wh: number; now: number } {
    return { wh: bay.meter.wh, now: this.#options.stationNow() };
  }

  #sample(evse: Evse, transaction: Transaction, trigger: Trigger): void {
    this.#look(evse);
    if (evse.transaction !== transaction) return;
    this.#tell(evse, transaction, { phase: "sample", trigger });
  }

  #showConnectors(evse: Evse): void {
    for (const connector of evse.connectors) {
      const condition = conditionOf(evse, connector, this.operative);
      if (condition === connector.condition) continue;
      connector.condition = condition;
      this.#options.onConnector(evse, connector);
    }
  }

  #tell(
    evse: Evse,
    transaction: Transaction,
    what: Pick<TransactionHappening, "phase" | "trigger" | "token" | "reason">,
    reading = evse.bay.reading(),
  ): void {
    const { onTransaction, stationNow } = this.#options;
    onTransaction({ transaction, state: transaction.state, at: stationNow(), reading, ...what });
  }
}

/** These end a transaction whatever its stop points are. */
const forcing = new Set<Trigger>(["unlock", "reset", "abnormal"]);
