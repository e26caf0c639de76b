import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Exchange, readCapture, writeExchange } from "./capture";

const fixtures = new URL("../fixtures/captures/", import.meta.url);

describe("a capture", () => {
  it("is read as it was written, frames that are no JSON included", () => {
    const exchanges: Exchange[] = [
      {
        at: new Date("2026-11-23T14:02:08.871Z"),
        station: "CS-0417",
        version: "2.0.1",
        from: "station",
        call: '[2,"a","Heartbeat",{}]',
        answer: '[3,"a",{"currentTime":"2026-11-23T14:02:08Z"}]',
        answeredAt: new Date("2026-11-23T14:02:08.885Z"),
      },
      { from: "us", call: '[2, "spaces",  "Reset", {"type":"Soft"}]' },
      { from: "station", call: "[2,oops" },
    ];
    const text = exchanges.map(writeExchange).join("\n");
    expect(readCapture(text)).toEqual({ exchanges, unread: [] });
    expect(text.split("\n")[0]).toContain('"call":[2,"a","Heartbeat",{}]');
  });

  it("may be plain frames, one a line: answers find their calls, and actions tell who called", () => {
    const { exchanges, unread } = readCapture(
      [
        "# what a logger wrote",
        '2026-11-23T14:02:08.871Z > [2,"a","BootNotification",{}]',
        '2026-11-23T14:02:08.900Z < [3,"a",{"status":"Accepted"}]',
        '[2,"b","Reset",{"type":"Soft"}]',
        "this is none",
        '[3,"nobody-asked",{}]',
        '[4,"b","NotSupported","",{}]',
      ].join("\r\n"),
    );
    expect(exchanges).toMatchObject([
      { from: "station", at: new Date("2026-11-23T14:02:08.871Z"), answer: '[3,"a",{"status":"Accepted"}]' },
      { from: "us", call: '[2,"b","Reset",{"type":"Soft"}]', answer: '[4,"b","NotSupported","",{}]' },
    ]);
    expect(unread).toEqual([5, 6]);
  });

  it.each(readdirSync(fixtures))("of real stations is read whole: %s", (name) => {
    const text = readFileSync(new URL(name, fixtures), "utf8");
    const { exchanges } = readCapture(text);
    const calls = text.split("\n").filter((line) => /"frame":\[[26],/.test(line));
    expect(exchanges).toHaveLength(calls.length);
    expect(exchanges.every(({ version }) => version !== undefined && name.startsWith(version))).toBe(true);
  });
});
