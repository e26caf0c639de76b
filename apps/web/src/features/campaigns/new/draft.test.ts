import { describe, expect, it } from "vitest";
import { newDraft, paceOf, stagesOf, workOf } from "./draft";

describe("a new campaign", () => {
  it("of firmware goes to 5 canaries, 5 %, 25 % and the rest, of small sites one at a time", () => {
    const { how } = newDraft("firmware");
    expect(stagesOf(how).map(({ size }) => size)).toEqual([{ stations: 5 }, { share: 0.05 }, { share: 0.25 }, "rest"]);
    expect(stagesOf(how)[0]).toMatchObject({ failureShare: 0.1, successShare: 0.9, soakSeconds: 1_800 });
    expect(paceOf(how)).toEqual({ atOnce: 50, onlyIdle: true, smallSiteBelow: 4, window: undefined });
  });

  it("of a command tells all of them", () => {
    const { how } = newDraft("command");
    expect(stagesOf(how)).toMatchObject([{ size: "rest", failureShare: 1 }]);
  });

  it("asks for approval before each stage but the canaries", () => {
    const { how } = newDraft("firmware");
    expect(stagesOf({ ...how, approval: true }).map(({ approval }) => approval)).toEqual([false, true, true, true]);
  });

  it("is incomplete until it is said which firmware", () => {
    const draft = newDraft("firmware");
    expect(workOf(draft)).toBeUndefined();
    expect(workOf(newDraft("firmware", 7))).toMatchObject({
      kind: "firmware",
      image: 7,
      retries: 3,
      retrySeconds: 300,
    });
    const elsewhere = {
      ...draft.firmware,
      from: "elsewhere" as const,
      location: " https://f.example/x ",
      version: "2.0",
    };
    expect(workOf({ ...draft, firmware: elsewhere })).toMatchObject({
      location: "https://f.example/x",
      version: "2.0",
    });
    expect(workOf({ ...draft, firmware: { ...elsewhere, version: " " } })).toBeUndefined();
  });
});
