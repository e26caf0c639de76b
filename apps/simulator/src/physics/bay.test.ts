import { describe, expect, it } from "vitest";
import { Random } from "../random";
import { Bay } from "./bay";
import { ordinaryCar, randomCar } from "./car";
import { Meter } from "./meter";
import type { Supply } from "./supply";

const wallbox: Supply = { current: "AC", phases: 3, amps: 32 };
const fastCharger: Supply = { current: "DC", watts: 150_000, amps: 375, volts: 920 };
const minute = 60_000;

function charging(supply: Supply, car = ordinaryCar): Bay {
  const bay = new Bay({ supply, meterStartWh: 1_000, now: 0 });
  bay.plugIn(car);
  bay.closed = true;
  return bay;
}

it("meters exactly the integral of the power it reports", () => {
  const bay = charging(fastCharger);
  let integral = 0;
  for (let now = 0; now < 90 * minute; now += 1_000) {
    integral += bay.watts / 3600;
    bay.advanceTo(now + 1_000);
  }
  expect(bay.charge).toBe(1);
  expect(bay.meter.wh - 1_000).toBeCloseTo(integral, -1);
});

it("gives the same energy in one long step as in many short ones", () => {
  const short = charging(fastCharger);
  for (let now = 0; now <= 40 * minute; now += 5_000) short.advanceTo(now);
  const long = charging(fastCharger);
  long.advanceTo(40 * minute);
  expect(long.meter.wh).toBeCloseTo(short.meter.wh, 6);
});

it("never lets a register fall, whoever comes and goes", () => {
  const random = new Random(3);
  const bay = new Bay({ supply: fastCharger, meterStartWh: 0, now: 0 });
  let before = 0;
  for (let now = 0; now < 600 * minute; now += random.integer(1, 20) * minute) {
    bay.advanceTo(now);
    expect(bay.meter.wh).toBeGreaterThanOrEqual(before);
    before = bay.meter.wh;
    if (bay.car) bay.unplug();
    else {
      bay.plugIn(randomCar(random));
      bay.closed = random.chance(0.8);
    }
  }
  expect(before).toBeGreaterThan(10_000);
  expect(() => new Meter(0).count(-1, 1)).toThrow("only grows");
});

describe("the charging curve", () => {
  it("is flat until the taper begins and falls from there to a trickle", () => {
    const bay = charging(fastCharger);
    const curve: { charge: number; watts: number }[] = [];
    while (bay.charge < 1) {
      curve.push({ charge: bay.charge, watts: bay.watts });
      bay.advanceTo(curve.length * minute);
    }
    const flat = curve.filter(({ charge }) => charge <= 0.8);
    const taper = curve.filter(({ charge }) => charge > 0.8).map(({ watts }) => watts);
    expect(new Set(flat.map(({ watts }) => watts))).toEqual(new Set([120_000]));
    expect(taper.length).toBeGreaterThan(5);
    expect(taper).toEqual(taper.toSorted((one, other) => other - one));
    expect(taper.at(-1)).toBeLessThan(20_000);
  });

  it("stops at the driver's limit, and says that the car paused", () => {
    const bay = charging(wallbox, { ...ordinaryCar, wantedCharge: 0.5 });
    bay.advanceTo(600 * minute);
    expect(bay.charge).toBe(0.5);
    expect(bay.watts).toBe(0);
    expect(bay.pause).toBe("by-car");
  });
});

describe("power", () => {
  it("is what the weakest of station, cable and car allows", () => {
    expect(charging(wallbox).watts).toBeCloseTo(11_000);
    expect(charging({ current: "AC", phases: 1, amps: 32 }).watts).toBeCloseTo(11_000 / 3);
    expect(charging({ current: "AC", phases: 3, amps: 10 }).watts).toBeCloseTo(6_900);
    expect(charging({ ...fastCharger, watts: 50_000 }).watts).toBe(50_000);
  });

  it("obeys the station's limit, and a limit below 6 A pauses alternating current", () => {
    const bay = charging(wallbox);
    bay.limitWatts = 6_000;
    expect(bay.watts).toBeCloseTo(6_000);
    bay.limitWatts = 1_000;
    expect(bay.watts).toBe(0);
    expect(bay.pause).toBe("by-station");
  });

  it("is the product of volts and amperes on every phase, and their sum", () => {
    const { flow } = charging(wallbox).reading();
    expect(flow.phases).toHaveLength(3);
    for (const { volts, amps, watts } of flow.phases) expect(volts * amps).toBeCloseTo(watts);
    expect(flow.phases.reduce((sum, { watts }) => sum + watts, 0)).toBeCloseTo(flow.watts);
  });

  it("uses one phase only when the car has no more", () => {
    const { flow } = charging(wallbox, { ...ordinaryCar, acPhases: 1, acWatts: 7_400 }).reading();
    expect(flow.phases.map(({ amps }) => Math.round(amps))).toEqual([32, 0, 0]);
  });
});
