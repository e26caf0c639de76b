import { expect, it } from "vitest";
import { ManualClock } from "../src/time/manual-clock";
import { versions, withCsms } from "./stations";

const { csms, station } = withCsms();

it.each(versions)("charges for half an hour of %s in no time, on a clock that is moved by hand", async (version) => {
  const clock = new ManualClock(Date.UTC(2026, 4, 1, 12));
  const virtual = station({ version, clock, speed: 1, settings: { sampleMs: 60_000 } });
  await virtual.connect();
  await virtual.plugIn(1);
  await virtual.presentToken(1, "TAG1");
  const before = virtual.reading(1).wh;
  clock.advance(30 * 60_000);
  await virtual.settled();
  await virtual.unplug(1);

  expect(virtual.reading(1).wh - before).toBeCloseTo(5_500, 0);
  const [transaction] = virtual.ledger.transactions.values();
  expect(transaction).toMatchObject({ startedAt: "2026-05-01T12:00:00.000Z", endedAt: "2026-05-01T12:30:00.000Z" });
  expect(transaction?.facts.filter(({ phase, acknowledged }) => phase === "sample" && acknowledged)).toHaveLength(30);
  // Six beats of 300 s in the half hour.
  expect(csms().calls("Heartbeat")).toHaveLength(6);
});
