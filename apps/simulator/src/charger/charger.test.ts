import { describe, expect, it } from "vitest";
import { Ledger } from "../ledger";
import { ordinaryCar } from "../physics/car";
import { Random } from "../random";
import { defaultEvses } from "../station-options";
import { ManualClock } from "../time/manual-clock";
import { Charger } from "./charger";
import type { Evse } from "./evse";
import { defaultSettings, type Settings } from "./settings";

const minute = 60_000;
const token = { value: "TAG1", kind: "ISO14443" };

function chargerWith(own: Partial<Settings> = {}, speed = 1) {
  const settings: Settings = { ...defaultSettings, ...own };
  const clock = new ManualClock();
  const told: string[] = [];
  const ledger = new Ledger({ station: "CS-1" });
  let ids = 0;
  const charger = new Charger({
    evses: defaultEvses,
    clock,
    speed,
    random: new Random(1),
    settings,
    ledger,
    stationNow: () => clock.now(),
    newTransactionId: () => `tx-${++ids}`,
    onAwaitingCar: () => told.push("awaiting"),
    onConnector: (evse, { condition }) => told.push(`${evse.id} ${condition}`),
    onTransaction: ({ phase, trigger, state, reason }) =>
      told.push([phase, trigger, state, reason].filter(Boolean).join(" ")),
  });
  const [first, second] = charger.evses;
  if (!first || !second) throw new Error("the charger has two EVSEs");
  return { charger, clock, first, ledger, second, settings, told };
}

describe("a charge", () => {
  it("starts when cable and authorisation are both there, and ends when one goes", () => {
    const { charger, first, told } = chargerWith();
    charger.plugIn(first);
    charger.authorise(first, { token });
    charger.stop(first, { trigger: "stop-authorised", reason: "local", token });
    charger.unplug(first);
    expect(told).toEqual([
      "1 preparing",
      "started authorised connected",
      "updated charging-state charging",
      "1 charging",
      "ended stop-authorised connected local",
      "1 finishing",
      "1 available",
    ]);
  });

  it("ends when the cable is pulled, before the connector is free", () => {
    const { charger, first, told } = chargerWith();
    charger.plugIn(first);
    charger.authorise(first, { token });
    told.length = 0;
    charger.unplug(first);
    expect(told).toEqual(["ended departed idle departed", "1 available"]);
  });

  it("is sampled at the rhythm that was set, and at the new one once it is changed", () => {
    const { charger, clock, first, settings, told } = chargerWith({ sampleMs: 30_000 });
    const samples = (): number => told.filter((line) => line.startsWith("sample")).length;
    charger.plugIn(first);
    charger.authorise(first, { token });
    clock.advance(90_000);
    expect(samples()).toBe(3);
    settings.sampleMs = 5_000;
    charger.rhythmChanged();
    clock.advance(20_000);
    expect(samples()).toBe(7);
  });

  it("says that the car paused once it is full", () => {
    const { charger, clock, first, told } = chargerWith({ sampleMs: 0 });
    charger.plugIn(first, { car: { ...ordinaryCar, charge: 0.4, wantedCharge: 0.41 } });
    charger.authorise(first, { token });
    told.length = 0;
    clock.advance(10 * minute);
    expect(told).toEqual(["updated charging-state paused-by-car", "1 paused-by-car"]);
  });

  it("meters faster in a faster world, with timestamps of the clock", () => {
    const { charger, clock, first } = chargerWith({}, 60);
    charger.plugIn(first);
    charger.authorise(first, { token });
    const before = charger.reading(first).wh;
    clock.advance(minute);
    expect(charger.reading(first).wh - before).toBeCloseTo(11_000, 0);
  });
});

describe("an authorisation without a cable", () => {
  it("is dropped without a word when no cable comes in time", () => {
    const { charger, clock, first, told } = chargerWith({ connectionTimeOutMs: 60_000 });
    charger.authorise(first, { token, remoteStartId: 7 });
    clock.advance(59_999);
    expect(first.authorisation).toBeDefined();
    clock.advance(1);
    expect(first.authorisation).toBeUndefined();
    expect(told).toEqual(["1 preparing", "awaiting", "1 available"]);
  });

  it("ends a transaction that began with it, for the reason of time", () => {
    const { charger, clock, first, told } = chargerWith({ startPoints: ["Authorized"], connectionTimeOutMs: 60_000 });
    charger.authorise(first, { token });
    clock.advance(minute);
    expect(told).toContain("ended connect-timeout idle timeout");
  });
});

describe("start and stop points", () => {
  it("may begin a transaction with the cable, and tell the authorisation later", () => {
    const { charger, first, told } = chargerWith({ startPoints: ["EVConnected"] });
    charger.plugIn(first);
    charger.authorise(first, { token });
    expect(told).toEqual([
      "1 preparing",
      "started plugged-in connected",
      "updated authorised connected",
      "updated charging-state charging",
      "1 charging",
    ]);
  });

  it("may keep a transaction open until the cable is out, long after the energy ended", () => {
    const { charger, first, told } = chargerWith({ stopPoints: ["EVConnected"] });
    charger.plugIn(first);
    charger.authorise(first, { token });
    told.length = 0;
    charger.stop(first, { trigger: "stop-authorised", reason: "local" });
    expect(first.transaction).toBeDefined();
    expect(told).toContain("updated charging-state connected");
    charger.unplug(first);
    expect(told.at(-2)).toBe("ended departed idle departed");
  });

  it("do not begin another transaction while the cable of the last one is still in", () => {
    const { charger, first } = chargerWith({ startPoints: ["EVConnected"] });
    charger.plugIn(first);
    charger.authorise(first, { token });
    charger.stop(first, { trigger: "stop-authorised", reason: "local" });
    charger.review();
    expect(first.transaction).toBeUndefined();
  });
});

describe("a token that the CSMS refuses after the start", () => {
  const refuse = (settings: Partial<Settings>) => {
    const { charger, first, told } = chargerWith(settings);
    charger.plugIn(first);
    charger.authorise(first, { token });
    told.length = 0;
    if (first.transaction) charger.refuse(first.transaction);
    return { first, told };
  };

  it("ends the transaction", () => {
    expect(refuse({ stopOnInvalidId: true }).told[0]).toBe("ended deauthorised connected deauthorised");
  });

  it("only stops the energy when the station is told so", () => {
    const { first, told } = refuse({ stopOnInvalidId: false });
    expect(told).toEqual(["updated charging-state paused-by-station", "1 paused-by-station"]);
    expect(first.bay.watts).toBe(0);
  });
});

describe("out of service", () => {
  it("comes after the transaction that runs", () => {
    const { charger, first, second, told } = chargerWith();
    charger.plugIn(first);
    charger.authorise(first, { token });
    told.length = 0;
    charger.operative = false;
    charger.review();
    expect(told).toEqual(["2 unavailable"]);
    charger.unplug(first);
    expect(told.at(-1)).toBe("1 unavailable");
    expect(charger.isOperative(second)).toBe(false);
  });

  it("keeps a car from charging", () => {
    const { charger, first } = chargerWith();
    first.operative = false;
    charger.plugIn(first);
    charger.authorise(first, { token });
    expect(first.transaction).toBeUndefined();
  });
});

it("ends the transaction on a connector that breaks, and shows the fault", () => {
  const { charger, first, told } = chargerWith();
  charger.plugIn(first);
  charger.authorise(first, { token });
  told.length = 0;
  charger.fault(first, connectorOf(first), "GroundFailure");
  expect(told).toEqual(["ended abnormal connected ground-fault", "1 faulted"]);
  charger.fault(first, connectorOf(first), undefined);
  expect(told.at(-1)).toBe("1 finishing");
});

it("accounts for every transaction in the ledger", () => {
  const { charger, clock, first, ledger } = chargerWith();
  charger.plugIn(first);
  charger.authorise(first, { token });
  clock.advance(30 * minute);
  charger.unplug(first);
  const [transaction] = ledger.transactions.values();
  expect(transaction).toMatchObject({ transaction: 1, wireId: "tx-1", evse: 1, token: "TAG1", reason: "departed" });
  expect((transaction?.meterStopWh ?? 0) - (transaction?.meterStartWh ?? 0)).toBeCloseTo(5_500, -1);
});

function connectorOf({ connectors }: Evse) {
  const [connector] = connectors;
  if (!connector) throw new Error("an EVSE has a connector");
  return connector;
}
