import { expect, it } from "vitest";
import { ManualClock } from "../../src/time/manual-clock";
import { withBlocks } from "./with-blocks";

const { station, ask, codeFor, heard } = withBlocks();

const idToken = { idToken: "RIDER", type: "ISO14443" };

it("takes an empty battery in and gives a charged one out, as long as it has one", async () => {
  const clock = new ManualClock();
  await station({ version: "2.1", clock }).connect();
  expect(await ask("RequestBatterySwap", { requestId: 7, idToken })).toEqual({ status: "Accepted" });
  expect(await heard("BatterySwap", 2)).toEqual([
    {
      ...{ eventType: "BatteryIn", requestId: 7, idToken },
      batteryData: [{ evseId: 2, serialNumber: "BAT-X1", soC: 12, soH: 93 }],
    },
    {
      ...{ eventType: "BatteryOut", requestId: 7, idToken },
      batteryData: [{ evseId: 1, serialNumber: "BAT-1", soC: 100, soH: 97 }],
    },
  ]);
  expect(await ask("RequestBatterySwap", { requestId: 8, idToken })).toMatchObject({ status: "Rejected" });
  clock.advance(70 * 60_000);
  expect(await ask("RequestBatterySwap", { requestId: 9, idToken })).toEqual({ status: "Accepted" });
  expect((await heard("BatterySwap", 4)).at(-1)).toMatchObject({
    eventType: "BatteryOut",
    batteryData: [{ evseId: 2, serialNumber: "BAT-X1", soC: 82 }],
  });
  expect(await codeFor("RequestBatterySwap", { requestId: 1 })).toBe("FormatViolation");
});
