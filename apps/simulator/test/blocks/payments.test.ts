import { expect, it } from "vitest";
import { ManualClock } from "../../src/time/manual-clock";
import { withBlocks } from "./with-blocks";

const { csms, station, ask, codeFor } = withBlocks();

it("keeps a place for whoever pays in a browser, until he starts or the time is over", async () => {
  const clock = new ManualClock();
  const virtual = station({ version: "2.1", clock });
  await virtual.connect();
  await virtual.plugIn(1);
  expect(await ask("NotifyWebPaymentStarted", { evseId: 1, timeout: 60 })).toEqual({});
  expect(await virtual.presentToken(1, "TAG1")).toBe("refused");
  expect(await virtual.presentToken(2, "TAG2")).toBe("accepted");
  clock.advance(60_000);
  expect(await virtual.presentToken(1, "TAG1")).toBe("accepted");
  await virtual.unplug(1);

  await virtual.plugIn(1);
  await ask("NotifyWebPaymentStarted", { evseId: 1, timeout: 60 });
  const idToken = { idToken: "PSP-1", type: "DirectPayment" };
  expect(await ask("RequestStartTransaction", { idToken, remoteStartId: 1, evseId: 1 })).toMatchObject({
    status: "Accepted",
  });
  await virtual.settled();
  expect(virtual.transaction(1)?.token).toEqual({ value: "PSP-1", kind: "DirectPayment" });
  await virtual.unplug(1);
  expect(await virtual.presentToken(1, "TAG1")).toBe("accepted");

  expect(await codeFor("NotifyWebPaymentStarted", { evseId: 9, timeout: 60 })).toBe("PropertyConstraintViolation");
  expect(await codeFor("NotifyWebPaymentStarted", {})).toBe("FormatViolation");
  expect(csms().calls("Authorize").length).toBeGreaterThan(0);
});
