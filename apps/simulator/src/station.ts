import { Charger } from "./charger/charger";
import type { Controls, RemoteStart, ResetOrder } from "./charger/controls";
import type { Connector, Evse } from "./charger/evse";
import { evseFor } from "./charger/remote-start";
import { defaultSettings, type Settings } from "./charger/settings";
import type { Token, Transaction } from "./charger/transaction";
import type { Answer } from "./dialects/command";
import type { BootReason, Dialect, Verdict, Version } from "./dialects/dialect";
import { dialect2 } from "./dialects/ocpp2/dialect";
import { dialect16 } from "./dialects/ocpp16/dialect";
import type { JsonObject } from "./json";
import { Ledger } from "./ledger";
import type { Reading } from "./physics/bay";
import type { Car } from "./physics/car";
import { Random } from "./random";
import { Registration, type RegistrationStatus } from "./registration";
import { defaultEvses, evsesFor, type StationOptions } from "./station-options";
import type { Cancel, Clock } from "./time/clock";
import { realClock } from "./time/real-clock";
import { TokenCache } from "./token-cache";
import { connectionHeaders, secretBytes } from "./wire/authorization";
import { Connection } from "./wire/connection";
import { Conversation } from "./wire/conversation";
import { concerns, type Faults, noFaults } from "./wire/faults";
import type { LineOptions } from "./wire/line";
import { type Message, Outbox } from "./wire/outbox";
import type { Outcome } from "./wire/outcome";

/** What came of presenting a token. */
export type TokenResult = "accepted" | "refused" | "stopped";

/**
 * A charging station that exists only in software: its electricity, its drivers' doings, and its side of the OCPP
 * conversation. What happens to it is ordered by method; what it says follows from that, as with a real one.
 *
 * Methods that make it speak resolve when everything it had to say is answered, or at once while it has no line.
 */
export class VirtualStation {
  readonly identity: string;
  readonly version: Version;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly faults: Faults;
  readonly charger: Charger;
  /** Somebody is authorised and the station waits for the cable. */
  onAwaitingCar: ((evse: Evse) => void) | undefined;
  #options: StationOptions;
  #clock: Clock;
  #network: Clock;
  #controls: Controls;
  #dialect: Dialect;
  #outbox: Outbox;
  #conversation: Conversation;
  #connection: Connection;
  #registration: Registration;
  #tokens = new TokenCache();
  #secret: string | undefined;
  #frozenAt: number | undefined;
  #downSince: number | undefined;
  /** What the CSMS was last told about each connector. */
  #told = new Map<Connector, string>();
  #transactionNumbers = new Map<string, number>();
  #resetPending: ResetOrder | undefined;
  #timers: { reboot?: Cancel; aligned?: Cancel } = {};
  #stopped = false;

  constructor(options: StationOptions) {
    this.#options = options;
    this.identity = options.identity;
    this.version = options.version;
    this.#clock = options.clock ?? realClock;
    this.#network = options.network ?? realClock;
    this.#secret = options.secret;
    this.settings = { ...defaultSettings, ...options.settings };
    this.faults = { ...noFaults, ...options.faults };
    this.ledger = new Ledger({ station: options.identity, ...options.ledger });

    const random = new Random(options.seed ?? 1);
    const stationNow = (): number => this.now();
    this.charger = new Charger({
      evses: evsesFor(options.version, options.evses ?? defaultEvses),
      clock: this.#clock,
      speed: options.speed ?? 1,
      random,
      settings: this.settings,
      ledger: this.ledger,
      stationNow,
      newTransactionId: () => (options.version === "1.6" ? undefined : crypto.randomUUID()),
      onAwaitingCar: (evse) => this.onAwaitingCar?.(evse),
      onConnector: (evse, connector) => this.#reportConnector(evse, connector),
      onTransaction: (happening) => {
        const { number, wireId } = happening.transaction;
        if (wireId !== undefined) this.#rememberTransaction(wireId, number);
        for (const message of this.#dialect.transaction(happening)) this.#post(message);
        if (happening.phase === "ended") queueMicrotask(() => this.#perhapsReset());
      },
    });

    this.#conversation = new Conversation({
      clock: this.#network,
      stationNow,
      ledger: this.ledger,
      faults: this.faults,
      newId: () => crypto.randomUUID(),
      timeoutMs: () => this.settings.messageTimeoutMs,
      answer: (action, payload) => this.#answer(action, payload),
    });
    this.#outbox = new Outbox({
      clock: this.#network,
      random,
      faults: this.faults,
      retry: () => ({ attempts: this.settings.transactionAttempts, intervalMs: this.settings.transactionRetryMs }),
      transmit: (letter, done) => this.#conversation.transmit(letter, done),
      onAbandoned: ({ action, fact }) => this.ledger.note(this.now(), { kind: "abandoned", action, fact }),
    });
    this.#controls = this.#makeControls();
    this.#dialect = this.#makeDialect();
    this.#registration = new Registration({
      clock: this.#clock,
      outbox: this.#outbox,
      dialect: this.#dialect,
      bootOnReconnect: options.bootOnReconnect ?? false,
      heartbeatMs: () => this.settings.heartbeatMs,
      setHeartbeatMs: (milliseconds) => {
        this.settings.heartbeatMs = milliseconds;
      },
      onAccepted: (reason) => this.#accepted(reason),
      onResumed: () => this.#resumed(),
    });
    this.#connection = new Connection({
      clock: this.#network,
      stationNow,
      random,
      ledger: this.ledger,
      faults: this.faults,
      address: () => this.#address(),
      backOff: () => ({
        minimumMs: this.settings.backOffMinimumMs,
        randomMs: this.settings.backOffRandomMs,
        repeats: this.settings.backOffRepeats,
      }),
      pingMs: () => this.settings.pingMs,
      reconnect: options.reconnect ?? true,
      onUp: (line) => {
        this.#conversation.begin(line);
        this.#registration.lineUp();
      },
      onText: (text) => this.#conversation.receive(text),
      onDown: () => {
        this.#downSince = this.#network.now();
        this.#registration.lineDown();
        // The gate first: what the conversation gives back must not go out again at once.
        this.#outbox.setGate("shut");
        this.#conversation.end();
      },
    });
  }

  /**
   * Connects and boots. Resolves with what the CSMS said, once everything that follows from it was answered; rejects with
   * `UpgradeRefused` when the socket was refused, and does not try again by itself then.
   */
  async connect(): Promise<RegistrationStatus> {
    const registered = this.#registration.next();
    await this.#connection.dial();
    const status = await registered;
    await this.settled();
    return status;
  }

  /** Connects, however long it takes: a station in the field. */
  run(): void {
    this.#connection.keepDialling();
  }

  get online(): boolean {
    return this.#connection.up;
  }

  get registration(): RegistrationStatus {
    return this.#registration.status;
  }

  /** Messages of transactions that still wait for their acknowledgement. */
  get backlog(): number {
    return this.#outbox.backlog;
  }

  /** The station's own clock. */
  now(): number {
    const now = this.#frozenAt ?? this.#clock.now();
    return now + this.faults.clockSkew;
  }

  async plugIn(evse = 1, { car, connector = 1 }: { car?: Car; connector?: number } = {}): Promise<void> {
    const place = this.#evse(evse);
    this.charger.plugIn(place, { car, connector: place.connectors[connector - 1] });
    await this.settled();
  }

  async unplug(evse = 1): Promise<void> {
    this.charger.unplug(this.#evse(evse));
    await this.settled();
  }

  /** A driver presents a token: it starts charging, stops it, or is turned away. */
  async presentToken(evse: number, token: string | Token): Promise<TokenResult> {
    const presented = typeof token === "string" ? { value: token, kind: "ISO14443" } : token;
    const result = await this.#present(this.#evse(evse), presented);
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

  reading(evse = 1): Reading {
    return this.charger.reading(this.#evse(evse));
  }

  transaction(evse = 1): Transaction | undefined {
    return this.#evse(evse).transaction;
  }

  /** Loses the line without a word, and stays away until told otherwise. */
  goOffline(): void {
    this.#connection.cut({ stayAway: true });
  }

  /** Resolves when the line is back and the backlog is through. */
  async goOnline(): Promise<void> {
    const registered = this.#registration.next();
    await this.#connection.dial();
    await registered;
    await this.settled();
  }

  /** Loses the line without a word; dials again by the rules of back-off. */
  dropLine(): void {
    this.#connection.cut({ stayAway: false });
  }

  /** Orders faults, from now on. */
  order(faults: Partial<Faults>): void {
    Object.assign(this.faults, faults);
    if (faults.frozenClock !== undefined) this.#frozenAt = faults.frozenClock ? this.#clock.now() : undefined;
    this.#connection.faultsChanged();
  }

  /** Sends any message in the station's name and tells what became of it. */
  async call(action: string, payload: JsonObject): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#outbox.post({ action, build: () => payload, urgent: true, onOutcome: resolve });
    });
  }

  /** Puts any text on the line, frame or not. */
  sendRaw(text: string | Buffer): void {
    this.#connection.send(text);
  }

  /** Nothing is on its way and nothing that could be sent is left. Without a line that is so at once. */
  settled(): Promise<void> {
    return this.#outbox.idle();
  }

  /** Restarts on the spot: transactions end, the line is lost. Resolves when it is registered again and settled. */
  async reboot(): Promise<void> {
    const registered = this.#registration.next();
    await this.#restart({ when: "now" }, "power-up");
    await registered;
    await this.settled();
  }

  /** Takes the station away: no timer and no socket is left. */
  stop(): void {
    this.#stopped = true;
    this.#timers.reboot?.();
    this.#timers.aligned?.();
    this.charger.rest();
    this.#connection.hangUp(1000, "");
    this.#outbox.clear();
  }

  async #present(evse: Evse, token: Token): Promise<TokenResult> {
    const running = evse.transaction;
    if (running?.token && isSame(running.token, token)) return this.#stopLocally(evse, token);
    const verdict = await this.#ask(token);
    if (!verdict.accepted) return "refused";
    const current = evse.transaction;
    if (current?.token) {
      const group = verdict.group !== undefined && verdict.group === current.group;
      return group ? this.#stopLocally(evse, token) : "refused";
    }
    if (!this.charger.isOperative(evse) || this.#resetPending) return "refused";
    this.charger.authorise(evse, { token, group: verdict.group });
    return "accepted";
  }

  #stopLocally(evse: Evse, token: Token): TokenResult {
    this.charger.stop(evse, { trigger: "stop-authorised", reason: "local", token });
    return "stopped";
  }

  /** The CSMS decides; without it the cache, and at last the station's own policy. */
  async #ask(token: Token): Promise<Verdict> {
    const { localAuthorizeOffline, localPreAuthorize, offlineUnknownTokens, tokenCache } = this.settings;
    const cached = tokenCache ? this.#tokens.recall(token.value) : undefined;
    if (localPreAuthorize && cached?.accepted) return cached;
    const outcome = await new Promise<Outcome>((resolve) => {
      this.#post({ ...this.#dialect.authorize(token), onOutcome: resolve });
    });
    if (outcome.type === "result") {
      const verdict = this.#dialect.readVerdict(outcome.payload) ?? refused;
      this.#tokens.remember(token.value, verdict);
      return verdict;
    }
    if (outcome.type === "error") return refused;
    if (localAuthorizeOffline && cached) return cached;
    return offlineUnknownTokens ? { accepted: true, status: "Accepted", group: undefined } : refused;
  }

  #remoteStart(order: RemoteStart): { accepted: boolean; running?: Transaction } {
    const evse = this.#resetPending ? undefined : evseFor(this.charger, order);
    if (!evse) return { accepted: false };
    const { token, group, remoteStartId } = order;
    // After the answer: the CSMS must know that we accepted before it hears what we made of it.
    queueMicrotask(async () => {
      if (this.settings.authorizeRemoteStart) {
        const verdict = await this.#ask(token);
        if (!verdict.accepted) return;
      }
      if (!evse.authorisation) this.charger.authorise(evse, { token, group, remoteStartId });
    });
    return { accepted: true, running: evse.transaction };
  }

  #makeControls(): Controls {
    return {
      identity: this.identity,
      version: this.version,
      about: {
        vendor: this.#options.vendor ?? "Voltara",
        model: this.#options.model ?? "D150",
        serial: this.#options.serial ?? `SN-${this.identity}`.slice(0, 25),
        firmware: this.#options.firmware ?? "1.4.2",
      },
      charger: this.charger,
      settings: this.settings,
      faults: this.faults,
      stored: new Map(),
      outbox: this.#outbox,
      now: () => this.now(),
      registration: () => this.registration,
      secured: () => this.#secret !== undefined,
      post: (message) => this.#post(message),
      bootAgain: (reason) => this.#registration.bootAgain(reason),
      settingsChanged: () => this.#settingsChanged(),
      reportConnector: (evse, connector, urgent) => {
        for (const message of this.#dialect.connectorStatus(evse, connector)) this.#post({ ...message, urgent });
      },
      reportStation: (urgent) => {
        for (const message of this.#dialect.stationStatus()) this.#post({ ...message, urgent });
      },
      remoteStart: (order) => this.#remoteStart(order),
      reset: (order) => this.#reset(order),
      changeSecret: (secret) => {
        this.#secret = secret;
        // The answer goes out on the old line; then the station comes back with the new secret.
        this.#network.after(50, () => this.#connection.cut({ stayAway: false }));
      },
      answered: (transaction, answer) => this.#answered(transaction, answer),
      forgetTokens: () => this.#tokens.forgetAll(),
      transaction: (wireId) => this.#transactionNumbers.get(wireId.toLowerCase()),
    };
  }

  #makeDialect(): Dialect {
    if (this.version === "1.6") return dialect16(this.#controls);
    return dialect2(this.#controls, this.version, this.#options.availabilityBy ?? "StatusNotification");
  }

  #address(): LineOptions {
    const { identity, version } = this;
    const { insecure, secretForm = "by-version", subprotocols, url } = this.#options;
    const secret = this.#secret;
    return {
      url: `${url.replace(/\/+$/u, "")}/${encodeURIComponent(identity)}`,
      protocols: subprotocols ?? [this.#dialect.subprotocol],
      headers:
        secret === undefined
          ? {}
          : connectionHeaders({ user: identity, password: secretBytes(secret, secretForm, version) }),
      insecure,
    };
  }

  #answer(action: string, payload: JsonObject): Answer {
    const { commands, knownCommands } = this.#dialect;
    if (concerns(this.faults.error, action)) return { error: "InternalError", description: "ordered" };
    const command = commands[action];
    if (!command) {
      const error = knownCommands.has(action) ? "NotSupported" : "NotImplemented";
      return { error, description: `${action} is not offered here` };
    }
    if (concerns(this.faults.reject, action)) {
      return command.refusal ? { result: command.refusal } : { error: "InternalError", description: "ordered" };
    }
    return command.answer(payload, this.#controls);
  }

  #answered(transaction: Transaction, { wireId, verdict }: { wireId?: string; verdict?: Verdict }): void {
    if (wireId !== undefined) {
      transaction.wireId = wireId;
      transaction.ledger.wireId = wireId;
      this.#rememberTransaction(wireId, transaction.number);
    }
    if (!verdict) return;
    if (transaction.token) this.#tokens.remember(transaction.token.value, verdict);
    transaction.group = verdict.group ?? transaction.group;
    if (!verdict.accepted) this.charger.refuse(transaction);
  }

  #rememberTransaction(wireId: string, number: number): void {
    this.#transactionNumbers.set(wireId.toLowerCase(), number);
    const [oldest] = this.#transactionNumbers.keys();
    if (this.#transactionNumbers.size > rememberedTransactions && oldest) this.#transactionNumbers.delete(oldest);
  }

  #post(message: Message): void {
    if (message.fact) this.ledger.record(message.fact);
    this.#outbox.post(message);
  }

  #reportConnector(evse: Evse, connector: Connector): void {
    const word = this.#dialect.statusWord(evse, connector);
    if (this.#told.get(connector) === word) return;
    for (const message of this.#dialect.connectorStatus(evse, connector)) {
      const onOutcome = (outcome: Outcome): void => {
        // What did not arrive is told again when the line is back.
        if (outcome.type !== "result" && this.#told.get(connector) === word) this.#told.delete(connector);
      };
      this.#told.set(connector, word);
      this.#post({ ...message, onOutcome });
    }
  }

  #reportAll(): void {
    for (const message of this.#dialect.stationStatus()) this.#post(message);
    this.#told.clear();
    for (const evse of this.charger.evses) {
      for (const connector of evse.connectors) this.#reportConnector(evse, connector);
    }
  }

  #accepted(reason: BootReason): void {
    if (this.#options.chatty && reason !== "triggered") {
      const event = reason === "remote-reset" ? "ResetOrReboot" : "StartupOfTheDevice";
      for (const message of this.#dialect.securityEvent(event)) this.#post(message);
    }
    this.#reportAll();
    this.#alignLater();
  }

  #resumed(): void {
    const offline = this.#network.now() - (this.#downSince ?? this.#network.now());
    if (offline > this.settings.offlineThresholdMs) this.#reportAll();
    else {
      for (const evse of this.charger.evses) {
        for (const connector of evse.connectors) this.#reportConnector(evse, connector);
      }
    }
  }

  #settingsChanged(): void {
    this.#registration.rhythmChanged();
    this.charger.rhythmChanged();
    this.#alignLater();
  }

  /** Readings at full marks of the clock, the same for every station in the world. */
  #alignLater(): void {
    this.#timers.aligned?.();
    const { alignedMs } = this.settings;
    if (alignedMs <= 0 || this.#stopped) return;
    this.#timers.aligned = this.#clock.after(alignedMs - (this.#clock.now() % alignedMs), () => {
      for (const evse of this.charger.evses) {
        if (evse.transaction && this.version !== "1.6") this.charger.report(evse, "clock");
        else for (const message of this.#dialect.alignedReading(evse)) this.#post(message);
      }
      this.#alignLater();
    });
  }

  #reset(order: ResetOrder): void {
    if (order.when === "when-idle") {
      this.#resetPending = order;
      this.#perhapsReset();
      return;
    }
    if (order.evse) this.#resetEvse(order.evse);
    else void this.#restart(order, "remote-reset");
  }

  #perhapsReset(): void {
    const order = this.#resetPending;
    if (!order) return;
    const busy = (order.evse ? [order.evse] : this.charger.evses).some(({ transaction }) => transaction);
    if (!busy) this.#reset({ ...order, when: "gently" });
  }

  /** One EVSE restarts: it is gone for a while and comes back. */
  #resetEvse(evse: Evse): void {
    this.#resetPending = undefined;
    this.charger.stop(evse, { trigger: "reset", reason: "reset-now" });
    const wasOperative = evse.operative;
    evse.operative = false;
    this.charger.review();
    this.#clock.after(this.#rebootMs, () => {
      evse.operative = wasOperative;
      this.charger.review();
    });
  }

  async #restart({ when }: Pick<ResetOrder, "when">, reason: BootReason): Promise<void> {
    this.#resetPending = undefined;
    for (const evse of this.charger.evses) {
      if (evse.transaction) {
        this.charger.stop(evse, { trigger: "reset", reason: when === "gently" ? "reset-gently" : "reset-now" });
      }
    }
    // What can be told before the restart is told, unless the CSMS takes its time.
    await Promise.race([this.settled(), new Promise<void>((resolve) => this.#network.after(goodbyeMs, resolve))]);
    if (this.#stopped) return;
    this.#registration.restart(reason);
    this.#connection.hangUp(1001, "restarting");
    this.#told.clear();
    this.#timers.reboot = this.#clock.after(this.#rebootMs, () => {
      this.charger.reboot();
      this.#connection.keepDialling();
    });
  }

  get #rebootMs(): number {
    return this.#options.rebootMs ?? 2_000;
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

const refused: Verdict = { accepted: false, status: "Invalid", group: undefined };

const rememberedTransactions = 100;

const goodbyeMs = 3_000;

function isSame(one: Token, other: Token): boolean {
  return one.value.toLowerCase() === other.value.toLowerCase();
}
