import { describe, expect, it } from "vitest";
import { costOf, hourly } from "./cost";
import type { Tariff } from "./tariff";

const tariff = (facts: Partial<Tariff>): Tariff => ({
  id: 1,
  version: 1,
  code: "tariff-1.1",
  name: "Day",
  currency: "EUR",
  ...facts,
});
const total = (facts: Partial<Tariff>, used: Parameters<typeof costOf>[1]) => costOf(tariff(facts), used)?.total;

describe("what a session costs", () => {
  it.each([
    ["energy alone", { perKwh: "0.39" }, { energyWh: 12_345, seconds: 0 }, "4.81"],
    ["a price that no binary fraction can hold", { perKwh: "0.1" }, { energyWh: 3000, seconds: 0 }, "0.30"],
    ["half a cent, which goes up", { perKwh: "0.005" }, { energyWh: 1000, seconds: 0 }, "0.01"],
    ["less than half a cent, which is nothing", { perKwh: "0.004999" }, { energyWh: 1000, seconds: 0 }, "0.00"],
    ["minutes, to the second", { perMinute: "0.10" }, { seconds: 90 }, "0.15"],
    ["a fee, once", { perSession: "1.5" }, { seconds: 7200 }, "1.50"],
    ["nothing at all, where there is no price", {}, { energyWh: 9000, seconds: 60 }, "0.00"],
    ["a currency without coins", { currency: "JPY", perKwh: "55" }, { energyWh: 1510, seconds: 0 }, "83"],
    ["a currency with thousandths", { currency: "KWD", perKwh: "0.055" }, { energyWh: 1000, seconds: 0 }, "0.055"],
    ["years of a large site", { perKwh: "999999.999999" }, { energyWh: 1e12, seconds: 0 }, "999999999999000.00"],
    ["a clock that ran backwards", { perMinute: "1" }, { seconds: -60 }, "0.00"],
  ] as const)("counts %s", (_what, prices, used, expected) => {
    expect(total(prices, used)).toBe(expected);
  });

  it("is the sum of its lines as they are shown", () => {
    expect(
      costOf(tariff({ perKwh: "0.333", perMinute: "0.0033", perSession: "0.5" }), { energyWh: 1000, seconds: 60 }),
    ).toEqual({ currency: "EUR", total: "0.83", energy: "0.33", time: "0.00", session: "0.50" });
  });

  it("is counted by a later tariff from then on, on top of what it came to before, and its fee is not taken again", () => {
    const before = { energyWh: 10_000, seconds: 600, total: "4.90" };
    expect(
      costOf(tariff({ perKwh: "0.5", perMinute: "1", perSession: "9" }), { energyWh: 12_000, seconds: 660, before }),
    ).toEqual({ currency: "EUR", total: "6.90", before: "4.90", energy: "1.00", time: "1.00", session: undefined });
    const unknownSoFar = { seconds: 600, total: "1.00" };
    expect(total({ perKwh: "0.5" }, { energyWh: 2000, seconds: 660, before: unknownSoFar })).toBe("2.00");
    expect(total({ perKwh: "0.5" }, { seconds: 660, before: unknownSoFar })).toBeUndefined();
  });

  it("of an hour is sixty times that of a minute, to the last digit", () => {
    expect(hourly("0.1")).toBe("6.000000");
    expect(hourly("0.016667")).toBe("1.000020");
  });

  it("is not known where energy has a price and there was no reading, and is free only where it was counted", () => {
    expect(total({ perKwh: "0.39" }, { seconds: 60 })).toBeUndefined();
    expect(total({ perKwh: "0" }, { energyWh: 5000, seconds: 60 })).toBe("0.00");
  });
});
