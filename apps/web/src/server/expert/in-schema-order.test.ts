import { expect, it } from "vitest";
import { inSchemaOrder } from "./in-schema-order";

it("a payload out of the database reads as the specification has it, with what it does not know at the end", async () => {
  const payload = {
    type: "Full",
    customData: { vendorId: "x" },
    chargingProfile: { chargingSchedule: [{ chargingRateUnit: "W", id: 1 }], stackLevel: 0, id: 1 },
    evseId: 1,
  };
  const [call] = await inSchemaOrder("2.0.1", [{ action: "SetChargingProfile", payload }]);
  expect(JSON.stringify(call?.payload)).toBe(
    '{"evseId":1,"chargingProfile":{"id":1,"stackLevel":0,"chargingSchedule":[{"id":1,"chargingRateUnit":"W"}]},"type":"Full","customData":{"vendorId":"x"}}',
  );
  expect(call?.payload).toEqual(payload);
});

it("a call of another version stays as it is", async () => {
  const call = { action: "ChangeConfiguration", payload: { value: "1", key: "a" } };
  expect(await inSchemaOrder("2.1", [call])).toEqual([call]);
});
