import type { CommandOf } from "@chargehand/domain/command";
import { expect, it } from "vitest";
import { dialects } from "../dialects";
import { whyUnsayable } from "../unsayable";

const cost: CommandOf<"show-cost"> = {
  type: "show-cost",
  session: "4711",
  total: "5.95",
  currency: "EUR",
  at: "2026-05-01T10:00:00Z",
};
const said = (command: CommandOf<"show-cost">) => {
  const call = dialects["1.6"].build(command, { commandId: 1 });
  expect(whyUnsayable("1.6", call)).toBeUndefined();
  const { data, ...rest } = Object(call.payload);
  return { ...rest, data: JSON.parse(data) };
};

it("tells a driver of 1.6 what it costs so far, with the prices behind it", () => {
  const prices = { perKwh: "0.39", perHour: "6.000000", perSession: "1" };
  expect(said({ ...cost, meterWh: 6000.4, charging: true, prices })).toEqual({
    vendorId: "org.openchargealliance.costmsg",
    messageId: "RunningCost",
    data: {
      transactionId: 4711,
      timestamp: "2026-05-01T10:00:00Z",
      meterValue: 6000,
      cost: 5.95,
      state: "Charging",
      chargingPrice: { kWhPrice: 0.39, hourPrice: 6, flatFee: 1 },
    },
  });
});

it("tells a driver of 1.6 the final cost in words where the tariff has none", () => {
  expect(said({ ...cost, final: { text: "" } })).toMatchObject({
    messageId: "FinalCost",
    data: { transactionId: 4711, cost: 5.95, priceText: "5.95 EUR" },
  });
});

it("tells a driver of 1.6 the price before the charge", () => {
  const call = dialects["1.6"].build(
    { type: "show-price", token: { value: "TAG1", kind: "unknown" }, text: "0.39 a kWh" },
    { commandId: 1 },
  );
  expect(whyUnsayable("1.6", call)).toBeUndefined();
  expect(call.payload).toEqual({
    vendorId: "org.openchargealliance.costmsg",
    messageId: "SetUserPrice",
    data: JSON.stringify({ idToken: "TAG1", priceText: "0.39 a kWh" }),
  });
});

it("has no transaction of 1.6 that is not a number", () => {
  expect(() => said({ ...cost, session: "tx-1" })).toThrow("whole number");
});
