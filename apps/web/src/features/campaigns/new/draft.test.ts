import { describe, expect, it } from "vitest";
import { newDraft, paceOf, stagesOf, workOf } from "./draft";
import type { HeldImage, WizardCommand } from "./wizard-commands";

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

  it("sets stations to what templates say, what one of them says, or to values, and resets none unless asked", () => {
    const draft = newDraft("configuration");
    const { configuration } = draft;
    expect(workOf(draft)).toEqual({ kind: "configuration", template: undefined, reboot: false });
    const template = { id: 3, name: "Köln" };
    expect(workOf({ ...draft, configuration: { ...configuration, template, reboot: true } })).toEqual({
      kind: "configuration",
      template: 3,
      reboot: true,
    });
    const withLines = (lines: string) =>
      workOf({ ...draft, configuration: { ...configuration, from: "values", lines } });
    expect(withLines("HeartbeatInterval = 60")).toMatchObject({
      settings: [{ variable: { component: "", name: "HeartbeatInterval" }, value: "60" }],
    });
    expect([withLines(""), withLines("what?")]).toEqual([undefined, undefined]);
  });

  it("has an entry for each other kind of work, and asks only what that needs", () => {
    const of = (command: WizardCommand, held?: HeldImage) => workOf({ ...newDraft("command"), command, held });
    const image = { id: 7, label: "V2 2.0", checksum: "ab" };
    expect(of("bring-lists")).toEqual({ kind: "list" });
    expect(of("bring-lists-whole")).toEqual({ kind: "list", whole: true });
    expect([of("publish"), of("unpublish")]).toEqual([undefined, undefined]);
    expect(of("publish", image)).toEqual({ kind: "command", command: { type: "publish-firmware", image: 7 } });
    expect(of("unpublish", image)).toEqual({
      kind: "command",
      command: { type: "unpublish-firmware", checksum: "ab" },
    });
    expect(workOf(newDraft("outage"))).toBeUndefined();
  });
});
