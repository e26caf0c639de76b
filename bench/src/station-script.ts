const versions = ["1.6", "2.0.1", "2.1"] as const;
type BenchVersion = (typeof versions)[number];

export const subprotocols = {
  "1.6": "ocpp1.6",
  "2.0.1": "ocpp2.0.1",
  "2.1": "ocpp2.1",
} as const satisfies Record<BenchVersion, string>;

export interface BenchStation {
  identity: string;
  version: BenchVersion;
}

/** So many stations, of the three versions in turn. */
export const benchStations = (count: number): BenchStation[] =>
  Array.from({ length: count }, (_, index) => ({
    identity: `BENCH-${String(index).padStart(5, "0")}`,
    version: versions[index % versions.length] ?? "1.6",
  }));

export interface StationScript {
  boot(): string;
  status(): string;
  /** The next message of an endless day: cars come, charge and go. */
  next(): string;
  /** What the last message was answered; a 1.6 station learns its session's number from it. */
  heard(answer: string): void;
}

/** Meter values in one session; with the messages around them, three of four messages carry a meter reading. */
const readingsPerSession = 18;

/** Says what a station of one version says while it charges car after car, at about the size that real stations use. */
export function createStationScript(version: BenchVersion, station: string): StationScript {
  return version === "1.6" ? createScript16(station) : createScript2(station);
}

function createScript16(station: string): StationScript {
  const state = createMeter(station);
  let transaction = 0;
  let asked = false;

  const status = (word: string) =>
    state.call(
      "StatusNotification",
      `{"connectorId":1,"status":"${word}","errorCode":"NoError","info":"contactor closed, cable locked",` +
        `"timestamp":"${now()}","vendorId":"com.example.bench"}`,
    );
  const start = () => {
    asked = true;
    return state.call(
      "StartTransaction",
      `{"connectorId":1,"idTag":"${state.token}","meterStart":${state.wh()},"timestamp":"${now()}"}`,
    );
  };
  const values = () => {
    const sampled = [
      `{"value":"${state.wh()}","context":"Sample.Periodic","measurand":"Energy.Active.Import.Register","location":"Outlet","unit":"Wh"}`,
      `{"value":"${state.watts()}","measurand":"Power.Active.Import","location":"Outlet","unit":"W"}`,
      `{"value":"${state.charge()}","measurand":"SoC","location":"EV","unit":"Percent"}`,
      `{"value":"${state.amps()}","measurand":"Current.Import","phase":"L1","location":"Outlet","unit":"A"}`,
    ];
    return state.call(
      "MeterValues",
      `{"connectorId":1,"transactionId":${transaction},"meterValue":[{"timestamp":"${now()}","sampledValue":[${sampled}]}]}`,
    );
  };
  const stop = () =>
    state.call(
      "StopTransaction",
      `{"transactionId":${transaction},"idTag":"${state.token}","meterStop":${state.wh()},"timestamp":"${now()}","reason":"EVDisconnected"}`,
    );

  const day = createDay([() => status("Preparing"), start, () => status("Charging")], values, [
    stop,
    () => status("Finishing"),
    () => status("Available"),
  ]);
  return {
    boot: () =>
      state.call(
        "BootNotification",
        '{"chargePointVendor":"Bench","chargePointModel":"One","firmwareVersion":"1.0.0"}',
      ),
    status: () => status("Available"),
    next: day,
    heard(answer) {
      if (!asked) return;
      asked = false;
      transaction = Number(/"transactionId":\s*(\d+)/.exec(answer)?.[1] ?? 1);
    },
  };
}

function createScript2(station: string): StationScript {
  const state = createMeter(station);
  let session = 0;
  let sequence = 0;
  let reading = 0;

  const status = (word: string) =>
    state.call("StatusNotification", `{"timestamp":"${now()}","connectorStatus":"${word}","evseId":1,"connectorId":1}`);
  const meterValue = () => {
    const sampled = [
      `{"value":${state.wh()},"context":"Sample.Periodic","measurand":"Energy.Active.Import.Register","unitOfMeasure":{"unit":"Wh"}}`,
      `{"value":${state.watts()},"measurand":"Power.Active.Import","unitOfMeasure":{"unit":"W"}}`,
      `{"value":${state.charge()},"measurand":"SoC","location":"EV","unitOfMeasure":{"unit":"Percent"}}`,
      `{"value":${state.amps()},"measurand":"Current.Import","phase":"L1","unitOfMeasure":{"unit":"A"}}`,
    ];
    return `[{"timestamp":"${now()}","sampledValue":[${sampled}]}]`;
  };
  const event = (type: string, trigger: string, rest: string) =>
    state.call(
      "TransactionEvent",
      `{"eventType":"${type}","timestamp":"${now()}","triggerReason":"${trigger}","seqNo":${sequence++},` +
        `"transactionInfo":{"transactionId":"${station}-${session}","chargingState":"Charging"},"evse":{"id":1,"connectorId":1}${rest}}`,
    );
  const token = `,"idToken":{"idToken":"${state.token}","type":"ISO14443"}`;
  const start = () => {
    session = Date.now() * 1000 + Math.floor(Math.random() * 1000);
    sequence = 0;
    return event("Started", "Authorized", `${token},"meterValue":${meterValue()}`);
  };
  // Some stations send clock-aligned values beside those of the session.
  const values = () =>
    ++reading % 5 === 0
      ? state.call("MeterValues", `{"evseId":1,"meterValue":${meterValue()}}`)
      : event("Updated", "MeterValuePeriodic", `,"meterValue":${meterValue()}`);
  const end = () => event("Ended", "EVDeparted", `,"meterValue":${meterValue()}`);

  return {
    boot: () =>
      state.call(
        "BootNotification",
        '{"reason":"PowerUp","chargingStation":{"vendorName":"Bench","model":"Two","firmwareVersion":"1.0.0"}}',
      ),
    status: () => status("Available"),
    next: createDay([() => status("Occupied"), start], values, [end, () => status("Available")]),
    heard() {},
  };
}

type Say = () => string;

/** First what begins a session, then its readings, then what ends it; and again. The first session is one of any length. */
function createDay(beginning: readonly Say[], reading: Say, ending: readonly Say[]): Say {
  const first = Math.floor(Math.random() * readingsPerSession);
  const sessionOf = (readings: number) => [...beginning, ...Array.from({ length: readings }, () => reading), ...ending];
  let messages = sessionOf(first);
  let position = 0;
  return () => {
    if (position === messages.length) {
      messages = sessionOf(readingsPerSession);
      position = 0;
    }
    return messages[position++]?.() ?? reading();
  };
}

/** A meter that only grows, and the envelope of a call. */
function createMeter(station: string) {
  let energy = Math.floor(Math.random() * 1_000_000);
  let calls = 0;
  return {
    token: `CARD${station.slice(-6)}`,
    wh: () => (energy += 1 + Math.floor(Math.random() * 30)),
    watts: () => 10_000 + Math.floor(Math.random() * 1000),
    charge: () => 20 + Math.floor(Math.random() * 60),
    amps: () => (15 + Math.random()).toFixed(1),
    call: (action: string, payload: string) => `[2,"${station}-${calls++}","${action}",${payload}]`,
  };
}

const now = () => new Date().toISOString();
