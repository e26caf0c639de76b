import { describe, expect, it } from "vitest";
import { countdownText, speakDuration } from "./duration";

describe("a duration as spoken", () => {
  it.each([
    [0, "seconds"],
    [59_999, "seconds"],
    [60_000, "minutes"],
    [3_600_000, "hours"],
    [86_400_000, "days"],
  ])("says %d ms in %s", (length, form) => expect(speakDuration(length).form).toBe(form));

  it("keeps the second unit", () => {
    expect(speakDuration(((11 * 24 + 4) * 60 + 30) * 60_000)).toMatchObject({ form: "days", days: 11, hours: 4 });
  });

  it("says zero, not a negative age, when the station's clock is ahead", () => {
    expect(speakDuration(-5_000)).toMatchObject({ form: "seconds", seconds: 0 });
  });
});

describe("a countdown", () => {
  it.each([
    [47_000, "0:47"],
    [46_001, "0:47"],
    [0, "0:00"],
    [-10, "0:00"],
    [3_723_000, "1:02:03"],
  ])("shows %d ms as %s", (left, text) => expect(countdownText(left)).toBe(text));
});
