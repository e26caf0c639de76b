import { assemble, type Parts } from "./assemble";
import type { TokenResult } from "./charger/access";
import type { Charger } from "./charger/charger";
import type { Connector, Evse } from "./charger/evse";
import type { Settings } from "./charger/settings";
import type { Token, Transaction } from "./charger/transaction";
import type { Version } from "./dialects/dialect";
import type { JsonObject } from "./json";
import type { Ledger } from "./ledger";
import type { Reading } from "./physics/bay";
import type { Car } from "./physics/car";
import type { RegistrationStatus } from "./registration";
import type { StationOptions } from "./station-options";
import type { Faults } from "./wire/faults";
import type { Outcome } from "./wire/outcome";

/**
 * A charging station that exists only in software: its electricity, its drivers' doings, and its side of the OCPP
 * conversation. What happens to it is ordered by method; what it says follows from that, as with a real one.
 *
 * Methods that make it speak resolve when everything it had to say is answered, or at once while it has no line.
 */
export class VirtualStation {
  readonly identity: string;
  readonly version: Version;
  /** Somebody is authorised and the station waits for the cable. */
  onAwaitingCar: ((evse: Evse) => void) | undefined;
  #parts: Parts;

  constructor(options: StationOptions) {
    this.identity = options.identity;
    this.version = options.version;
    this.#parts = assemble(options, (evse) => this.onAwaitingCar?.(evse));
  }

  get ledger(): Ledger {
    return this.#parts.ledger;
  }

  get settings(): Settings {
    return this.#parts.settings;
  }

  get charger(): Charger {
    return this.#parts.charger;
  }

  get online(): boolean {
    return this.#parts.connection.up;
  }

  get registration(): RegistrationStatus {
    return this.#parts.registration.status;
  }

  /** Messages of transactions that still wait for their acknowledgement. */
  get backlog(): number {
    return this.#parts.outbox.backlog;
  }

  /** The station's own clock. */
  now(): number {
    return this.#parts.stationClock.now();
  }

  /**
   * Connects and boots. Resolves with what the CSMS said, once everything that follows from it was answered; rejects with
   * `UpgradeRefused` when the socket was refused, and does not try again by itself then.
   */
  async connect(): Promise<RegistrationStatus> {
    const registered = this.#parts.registration.next();
    await this.#parts.connection.dial();
    const status = await registered;
    await this.settled();
    return status;
  }

  /** Connects, however long it takes: a station in the field. */
  run(): void {
    this.#parts.connection.keepDialling();
  }

  async plugIn(evse = 1, { car, connector = 1 }: { car?: Car; connector?: number } = {}): Promise<void> {
    const place = this.#evse(evse);
    this.charger.plugIn(place, { car, connector: this.#connector(place, connector) });
    await this.settled();
  }

  async unplug(evse = 1): Promise<void> {
    this.charger.unplug(this.#evse(evse));
    await this.settled();
  }

  /** A driver presents a token: it starts charging, stops it, or is turned away. */
  async presentToken(evse: number, token: string | Token): Promise<TokenResult> {
    const presented = typeof token === "string" ? { value: token, kind: "ISO14443" } : token;
    const result = await this.#parts.access.present(this.#evse(evse), presented);
    await this.settled();
    return result;
  }

  /** A connector breaks. The code is one of 1.6; 2.x tells only that it is faulted. */
  async fault(evse: number, code = "GroundFailure", connector = 1): Promise<void> {
    const place = this.#evse(evse);
    this.charger.fault(place, this.#connector(place, connector), code);
    await this.settled();
  }

  async repair(evse: number, connector = 1): Promise<void> {
    const place = this.#evse(evse);
    this.charger.fault(place, this.#connector(place, connector), undefined);
    await this.settled();
  }

  /** The station itself gives less, or nothing at all (0); undefined lifts it. */
  async limit(evse: number, watts: number | undefined): Promise<void> {
    this.charger.limit(this.#evse(evse), watts);
    await this.settled();
  }

  /** The meter and the flow of energy now. */
  reading(evse = 1): Reading {
    return this.charger.reading(this.#evse(evse));
  }

  transaction(evse = 1): Transaction | undefined {
    return this.#evse(evse).transaction;
  }

  /** Loses the line without a word, and stays away until told otherwise. */
  goOffline(): void {
    this.#parts.connection.cut({ stayAway: true });
  }

  /** Resolves when the line is back and the backlog is through. */
  async goOnline(): Promise<void> {
    await this.connect();
  }

  /** Loses the line without a word; dials again by the rules of back-off. */
  dropLine(): void {
    this.#parts.connection.cut({ stayAway: false });
  }

  /** Orders faults, from now on. */
  order(faults: Partial<Faults>): void {
    Object.assign(this.#parts.faults, faults);
    this.#parts.connection.faultsChanged();
  }

  /** Sends any message in the station's name and tells what became of it. */
  async call(action: string, payload: JsonObject): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#parts.outbox.post({ action, build: () => payload, urgent: true, onOutcome: resolve });
    });
  }

  /**
   * Says any message a station of its version may say, with a payload of its own making unless one is given. The station
   * stays as it is: what is said here does not happen to it. Throws for an action that is not a station's to say.
   */
  async say(action: string, payload?: JsonObject): Promise<Outcome> {
    const saying = this.#parts.sayingOf(action);
    return this.call(action, payload ?? (await saying()));
  }

  /** Puts any text on the line, frame or not. */
  sendRaw(text: string | Buffer): void {
    this.#parts.connection.send(text);
  }

  /** Nothing is on its way and nothing that could be sent is left. Without a line that is so at once. */
  settled(): Promise<void> {
    return this.#parts.settled();
  }

  /** Restarts on the spot: transactions end, the line is lost. Resolves when it is registered again and settled. */
  async reboot(): Promise<void> {
    const registered = this.#parts.registration.next();
    await this.#parts.restart.restart("now", "power-up");
    await registered;
    await this.settled();
  }

  /** Takes the station away: no timer and no socket is left. */
  stop(): void {
    const { aligned, blocks, charger, connection, outbox, restart, timers } = this.#parts;
    restart.stop();
    timers.stop();
    blocks.stop();
    aligned.stop();
    charger.rest();
    connection.hangUp(1000, "");
    outbox.clear();
  }

  #evse(id: number): Evse {
    const evse = this.charger.evse(id);
    if (!evse) throw new Error(`${this.identity} has no EVSE ${id}`);
    return evse;
  }

  #connector({ connectors, id }: Evse, number: number): Connector {
    const connector = connectors[number - 1];
    if (!connector) throw new Error(`EVSE ${id} of ${this.identity} has no connector ${number}`);
    return connector;
  }
}
