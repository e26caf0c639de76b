import { describe, expect, it } from "vitest";
import { createPace, createPaces } from "./pace";

describe("a pace", () => {
  /** A clock that goes as far as it is told to. */
  const clock = () => {
    const time = { ms: 0 };
    return { time, now: () => time.ms };
  };

  it("lets no more through in any second than it says, however many ask", () => {
    const { time, now } = clock();
    const pace = createPace(1000, now);
    const wentAt = Array.from({ length: 50 }, () => time.ms + pace.take(100));
    const perSecond = (from: number) => wentAt.filter((at) => at >= from && at < from + 1000).length * 100;
    expect(wentAt.map((_at, index) => perSecond(index * 100)).every((bytes) => bytes <= 1100)).toBe(true);
    expect(wentAt.at(-1)).toBeGreaterThanOrEqual(4900 - 250);
  });

  it("serves those who share it in the order in which they ask", () => {
    const { now } = clock();
    const pace = createPace(1000, now);
    const waits = [pace.take(500), pace.take(500), pace.take(500)];
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits.at(-1)).toBe(1000);
  });

  it("saves up no more than a quarter of a second while nobody asks", () => {
    const { time, now } = clock();
    const pace = createPace(1000, now);
    time.ms = 60_000;
    expect(pace.take(250)).toBe(0);
    expect(pace.take(1000)).toBe(0);
    expect(pace.take(1)).toBe(1000);
  });
});

it("each of many has a pace of its own, shared by what it does at once", () => {
  const paces = createPaces(1000);
  const [one, same, other] = [paces.enter(1), paces.enter(1), paces.enter(2)];
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  paces.leave(1);
  expect(paces.enter(1)).toBe(one);
});
