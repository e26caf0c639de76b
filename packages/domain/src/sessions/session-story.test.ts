import { describe, expect, it } from "vitest";
import { type StoryFacts, sessionStory } from "./session-story";

const at = (time: string) => new Date(`2026-11-24T${time}Z`);
const ended: StoryFacts = {
  connected: true,
  endedBy: "station",
  endedAt: at("03:12:41"),
  endReceivedAt: at("03:12:42"),
  offline: false,
  silent: false,
  dropped: [],
};
const said = (facts: Partial<StoryFacts>) => sessionStory({ ...ended, ...facts });

describe("the story of a session", () => {
  it.each<[string, Partial<StoryFacts>, ReturnType<typeof sessionStory>]>([
    ["runs", { endedBy: undefined, endedAt: undefined }, [{ says: "running" }]],
    [
      "runs as far as anybody knows while its station is away",
      { endedBy: undefined, connected: false },
      [{ says: "running-silent" }],
    ],
    [
      "has no end when nothing was heard for too long",
      { endedBy: undefined, silent: true, meterAt: at("03:11:58") },
      [{ says: "end-not-reported", at: at("03:11:58") }],
    ],
    ["has no end when we only assumed one", { endedBy: "assumed" }, [{ says: "end-not-reported", at: undefined }]],
    [
      "has no end of the station's when a person closed it",
      { endedBy: "person", reason: "Local", meterAt: at("03:11:58") },
      [{ says: "end-not-reported", at: at("03:11:58") }],
    ],
    ["ended without a reason", {}, [{ says: "no-reason", at: at("03:12:41"), evidence: "end" }]],
    ["ended for a reason", { reason: "Local" }, [{ says: "because", at: at("03:12:41"), evidence: "end" }]],
    [
      "was ended by a person from here, whatever the station calls it",
      { reason: "Remote", askedBy: "Ada" },
      [{ says: "asked", at: at("03:12:41"), evidence: "end" }],
    ],
    [
      "was told later, though the station does not call that offline",
      { reason: "Local", endReceivedAt: at("03:19:04") },
      [
        { says: "because", at: at("03:12:41"), evidence: "end" },
        { says: "told-later", at: at("03:19:04"), afterMs: 383_000 },
      ],
    ],
  ])("%s", (_, facts, parts) => expect(said(facts)).toEqual(parts));

  it("tells a site without power, counted in connectors and by the clock of ours", () => {
    expect(
      said({
        reason: "PowerLoss",
        offline: true,
        endReceivedAt: at("03:19:04"),
        disconnectedAt: at("03:12:43"),
        reconnectedAt: at("03:19:01"),
        bootedAt: at("03:19:02"),
        dropped: [
          { at: at("03:12:40"), connectors: 6 },
          { at: at("03:12:44"), connectors: 2 },
        ],
      }),
    ).toEqual([
      { says: "because", at: at("03:12:41"), evidence: "end" },
      { says: "others", connectors: 8, seconds: 4, evidence: "site" },
      { says: "power-back", at: at("03:19:02"), evidence: "boot" },
      { says: "told-later", at: at("03:19:04"), afterMs: 383_000 },
      { says: "nobody-asked" },
    ]);
  });
});

describe("where the proof is thin", () => {
  const returned = (facts: Partial<StoryFacts>) => said(facts)[1];

  it("a start says that it started again, not that power was lost", () => {
    expect(returned({ reason: "Other", bootedAt: at("03:19:02") })).toEqual({
      says: "started-again",
      at: at("03:19:02"),
      evidence: "boot",
    });
  });

  it("a connection that comes back is only that, though the station said it lost power", () => {
    expect(returned({ reason: "PowerLoss", disconnectedAt: at("03:12:43"), reconnectedAt: at("03:13:00") })).toEqual({
      says: "back",
      at: at("03:13:00"),
    });
  });

  it("a station that stays away is away, for whatever cause", () => {
    expect(returned({ reason: "PowerLoss", connected: false, disconnectedAt: at("03:12:43") })).toEqual({
      says: "lost",
      at: at("03:12:43"),
    });
  });

  it("stations without connectors that we know of are not counted", () => {
    expect(said({ reason: "Local", dropped: [{ at: at("03:12:44"), connectors: 0 }] })).toEqual([
      { says: "because", at: at("03:12:41"), evidence: "end" },
      { says: "nobody-asked" },
    ]);
  });
});
