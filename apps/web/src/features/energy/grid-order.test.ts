import { gridControlTypes } from "@chargehand/domain/grid/control";
import { dialects } from "@chargehand/ocpp/dialects";
import { whyUnsayable } from "@chargehand/ocpp/unsayable";
import { expect, it } from "vitest";
import { alwaysGeneral, initialOrder, orderOf } from "./grid-order";

const now = new Date("2026-05-01T10:00:00Z");

it.each(gridControlTypes)("an order of every type can be sent as it is first filled in: %s", (control) => {
  for (const hours of alwaysGeneral.has(control) ? [undefined] : [undefined, 2]) {
    const order = orderOf(control, initialOrder(control), { priority: 1, hours, now });
    if (!order) throw new Error("the order is not whole");
    const command = { type: "set-grid-control", id: "one", control, isDefault: hours === undefined, order } as const;
    expect(whyUnsayable("2.1", dialects["2.1"].build(command, { commandId: 1 }))).toBeUndefined();
  }
});

it("what is not filled in is no order", () => {
  const values = initialOrder("gradients");
  expect(orderOf("gradients", { ...values, gradient: Number.NaN }, { priority: 1, now })).toBeUndefined();
  expect(orderOf("gradients", values, { priority: Number.NaN, now })).toBeUndefined();
  expect(orderOf("volt-var", { ...initialOrder("volt-var"), curveData: [] }, { priority: 1, now })).toBeUndefined();
  expect(orderOf("volt-var", initialOrder("volt-var"), { priority: 1, hours: Number.NaN, now })).toBeUndefined();
});
