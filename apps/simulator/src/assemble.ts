import { addressOf } from "./address";
import { AlignedReadings } from "./aligned-readings";
import { Blocks } from "./blocks/blocks";
import { Access } from "./charger/access";
import { Charger } from "./charger/charger";
import type { Controls } from "./charger/controls";
import type { Evse } from "./charger/evse";
import { Restart } from "./charger/restart";
import { defaultSettings, type Settings } from "./charger/settings";
import { ConnectorReports } from "./connector-reports";
import { answerTo } from "./dialects/answer";
import type { BootReason, Dialect } from "./dialects/dialect";
import { dialect2 } from "./dialects/ocpp2/dialect";
import { dialect16 } from "./dialects/ocpp16/dialect";
import { sayingOf } from "./dialects/saying";
import { Ledger } from "./ledger";
import { Random } from "./random";
import { Registration } from "./registration";
import { StationClock } from "./station-clock";
import { defaultEvses, evsesFor, type StationOptions } from "./station-options";
import { realClock } from "./time/real-clock";
import { Timers } from "./time/timers";
import { TokenCache } from "./token-cache";
import { TransactionIds } from "./transaction-ids";
import { Connection } from "./wire/connection";
import { Conversation } from "./wire/conversation";
import { type Faults, noFaults } from "./wire/faults";
import { type Message, Outbox } from "./wire/outbox";

/** What a station is made of, put together. */
export type Parts = ReturnType<typeof assemble>;

/** Puts a station together. `onAwaitingCar`: somebody is authorised, and the cable is awaited. */
export function assemble(options: StationOptions, onAwaitingCar: (evse: Evse) => void) {
  const { clock = realClock, identity, network = realClock, version } = options;
  const settings: Settings = { ...defaultSettings, ...options.settings };
  const faults: Faults = { ...noFaults, ...options.faults };
  const ledger = new Ledger({ station: identity, ...options.ledger });
  const random = new Random(options.seed ?? 1);
  const stationClock = new StationClock({ clock, faults });
  const stationNow = (): number => stationClock.now();
  const timers = new Timers(clock);
  const tokens = new TokenCache();
  const transactionIds = new TransactionIds();
  let secret = options.secret;
  // What it installed does not boot: somebody has to go there.
  let isLost = false;

  const post = (message: Message): void => {
    if (message.fact) ledger.record(message.fact);
    outbox.post(message);
  };
  const reports = new ConnectorReports({ charger: () => charger, dialect: () => dialect, post });

  const charger = new Charger({
    evses: evsesFor(version, options.evses ?? defaultEvses),
    clock,
    speed: options.speed ?? 1,
    random,
    settings,
    ledger,
    stationNow,
    newTransactionId: () => (version === "1.6" ? undefined : crypto.randomUUID()),
    onAwaitingCar,
    onConnector(evse, connector) {
      reports.changed(evse, connector);
      controls.blocks.placeChanged(evse);
    },
    onTransaction(happening) {
      transactionIds.remember(happening.transaction);
      for (const message of dialect.transaction(happening)) post(message);
      controls.blocks.transactionHappened(happening);
      if (happening.phase === "ended") queueMicrotask(() => restart.transactionEnded());
    },
  });

  const conversation = new Conversation({
    clock: network,
    stationNow,
    ledger,
    faults,
    newId: () => crypto.randomUUID(),
    timeoutMs: () => settings.messageTimeoutMs,
    answer: (action, payload) => answerTo({ action, payload, controls, dialect }),
  });
  const outbox = new Outbox({
    clock: network,
    random,
    faults,
    retry: () => ({ attempts: settings.transactionAttempts, intervalMs: settings.transactionRetryMs }),
    transmit: (letter, done) => conversation.transmit(letter, done),
    onAbandoned: ({ action, fact }) => ledger.note(stationNow(), { kind: "abandoned", action, fact }),
  });
  const settled = (): Promise<void> => outbox.idle();

  const access = new Access({
    charger,
    settings,
    tokens,
    blocks: () => controls.blocks,
    dialect: () => dialect,
    post,
    restarting: () => restart.pending,
  });
  const aligned = new AlignedReadings({ charger, clock, settings, dialect: () => dialect, post });
  const restart: Restart = new Restart({
    charger,
    clock,
    network,
    rebootMs: options.rebootMs ?? 2_000,
    settled,
    goDown(reason) {
      isLost = reason === "firmware-update" && faults.firmware === "never-returns";
      registration.restart(reason);
      connection.hangUp(1001, "restarting");
      reports.forget();
      controls.blocks.restarting();
    },
    comeUp() {
      if (!isLost) connection.keepDialling();
    },
  });

  const controls: Controls = {
    identity,
    version,
    about: {
      vendor: options.vendor ?? "Voltara",
      model: options.model ?? "Street 22",
      serial: options.serial ?? `SN-${identity}`.slice(0, 25),
      firmware: options.firmware ?? "1.4.2",
    },
    charger,
    settings,
    faults,
    stored: new Map(),
    stepMs: options.stepMs ?? 2_000,
    outbox,
    blocks: new Blocks(() => controls),
    now: stationNow,
    later: (milliseconds, task) => timers.after(milliseconds, task),
    registration: () => registration.status,
    secured: () => secret !== undefined,
    post,
    bootAgain: (reason) => registration.bootAgain(reason),
    settingsChanged() {
      registration.rhythmChanged();
      charger.rhythmChanged();
      aligned.start();
    },
    reportConnector: (evse, connector, urgent) => reports.insist(evse, connector, urgent),
    reportStation(urgent) {
      for (const message of dialect.stationStatus()) post({ ...message, urgent });
    },
    remoteStart: (order) => access.remoteStart(order),
    reset: (order) => restart.order(order),
    installFirmware(version) {
      controls.about.firmware = version;
      void restart.restart("gently", "firmware-update");
    },
    securityEvent(type) {
      controls.blocks.logs.noteSecurity(type);
      for (const message of dialect.securityEvent(type)) post(message);
    },
    changeSecret(changed) {
      secret = changed;
      controls.blocks.logs.noteSecurity("ReconfigurationOfSecurityParameters");
      // The answer goes out on the old line; then the station comes back with the new secret.
      network.after(newSecretMs, () => connection.cut({ stayAway: false }));
    },
    answered(transaction, { wireId, verdict }) {
      if (wireId !== undefined) {
        transaction.wireId = wireId;
        transaction.ledger.wireId = wireId;
        transactionIds.remember(transaction);
      }
      if (!verdict) return;
      if (transaction.token) tokens.remember(transaction.token.value, verdict);
      transaction.group = verdict.group ?? transaction.group;
      if (!verdict.accepted) charger.refuse(transaction);
    },
    tokens,
    transaction: (wireId) => transactionIds.numberOf(wireId),
  };
  const dialect: Dialect =
    version === "1.6"
      ? dialect16(controls)
      : dialect2(controls, version, options.availabilityBy ?? "StatusNotification");

  const accepted = (reason: BootReason): void => {
    if (options.chatty && reason !== "triggered") {
      const event = reason === "remote-reset" ? "ResetOrReboot" : "StartupOfTheDevice";
      controls.securityEvent(event);
    }
    reports.everything();
    aligned.start();
    if (reason !== "triggered") controls.blocks.booted();
    restart.booted();
  };
  const registration: Registration = new Registration({
    clock,
    outbox,
    dialect,
    bootOnReconnect: options.bootOnReconnect ?? false,
    reconnects: options.reconnect ?? true,
    heartbeatMs: () => settings.heartbeatMs,
    setHeartbeatMs(milliseconds) {
      settings.heartbeatMs = milliseconds;
    },
    onAccepted: accepted,
    onResumed: (offlineMs) => (offlineMs > settings.offlineThresholdMs ? reports.everything() : reports.missing()),
  });

  const connection: Connection = new Connection({
    clock: network,
    stationNow,
    random,
    ledger,
    faults,
    address() {
      const way = controls.blocks.nextWay();
      if (!way) return addressOf(options, dialect, secret);
      const { identity: name = identity, password = secret, url } = way;
      return addressOf({ ...options, url, identity: name }, dialect, password);
    },
    backOff: () => ({
      minimumMs: settings.backOffMinimumMs,
      randomMs: settings.backOffRandomMs,
      repeats: settings.backOffRepeats,
    }),
    pingMs: () => settings.pingMs,
    reconnect: options.reconnect ?? true,
    onUp(line) {
      // A CSMS on another way does not know us yet.
      const elsewhere = controls.blocks.wayTaken() === "another";
      if (elsewhere && registration.status === "Accepted") registration.restart("power-up");
      conversation.begin(line);
      registration.lineUp();
    },
    onText: (text) => conversation.receive(text),
    onDown() {
      registration.lineDown();
      // The gate first: what the conversation gives back must not go out again at once.
      outbox.setGate("shut");
      conversation.end();
    },
  });

  return {
    access,
    aligned,
    blocks: controls.blocks,
    charger,
    connection,
    faults,
    ledger,
    outbox,
    registration,
    restart,
    settings,
    sayingOf: (action: string) => sayingOf(action, { controls, dialect }),
    settled,
    stationClock,
    timers,
  };
}

const newSecretMs = 50;
