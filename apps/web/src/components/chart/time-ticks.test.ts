import { expect, it } from "vitest";
import { timeTicks } from "./time-ticks";

const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00Z`);

it("marks round minutes, never more than fit", () => {
  expect(timeTicks(at("02:03"), at("03:19"), 10)).toEqual(
    ["02:10", "02:20", "02:30", "02:40", "02:50", "03:00", "03:10"].map(at),
  );
});

it("is round in a zone that is half an hour off", () => {
  expect(timeTicks(at("00:00"), at("04:00"), 4, 5.5 * 3_600_000)).toEqual(["00:30", "01:30", "02:30", "03:30"].map(at));
});
