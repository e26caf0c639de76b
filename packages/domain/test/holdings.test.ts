import { describe, expect, it } from "vitest";
import { decided, now, station } from "./factories";

describe("what a station holds", () => {
  it("is written as it was told, with one event that names its kinds", () => {
    const changes = [
      { do: "clear", kind: "reservation", key: "7" },
      { do: "clear", kind: "work" },
      { do: "clear", kind: "reservation", key: "8" },
    ] as const;
    const decision = decided(station(), { type: "held", changes });
    expect(decision.changes.holdings).toEqual(changes);
    expect(decision.events).toMatchObject([{ event: { type: "holdings.changed", kinds: ["reservation", "work"] } }]);
  });

  it("is not touched by a report that names nothing", () => {
    expect(decided(station(), { type: "held", changes: [] })).toMatchObject({ changes: {}, events: [] });
    const part = { requestId: 5, last: true };
    expect(decided(station(), { type: "part", of: "customer-information", part })).toMatchObject({
      changes: {},
      events: [],
    });
  });

  it("includes how far it is with its work, with the step it takes", () => {
    const progress = {
      type: "progress",
      of: "firmware",
      requestId: 4,
      state: "going-on",
      word: "Downloading",
    } as const;
    expect(decided(station(), progress).changes.holdings).toEqual([
      {
        do: "set",
        kind: "work",
        key: "firmware",
        at: now,
        value: {
          of: "firmware",
          requestId: 4,
          state: "going-on",
          word: "Downloading",
          since: now.toISOString(),
          steps: [{ word: "Downloading", at: now.toISOString() }],
        },
      },
    ]);
  });
});
