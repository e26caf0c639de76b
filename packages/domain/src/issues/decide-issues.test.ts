import { describe, expect, it } from "vitest";
import type { Book, IssueDecision } from "./book";
import { decideIssues } from "./decide-issues";
import { activeChildren, type Issue, type SymptomFacts } from "./issue";
import type { Signal } from "./signal";

const at = (text: string) => new Date(`2026-11-23T${text}Z`);
const fault = (time: string, facts: Partial<Extract<SymptomFacts, { kind: "fault" }>> = {}, station = 1): Signal => {
  const about = { kind: "fault", evse: 1, connector: 1, code: "GroundFailure", ...facts } as const;
  return {
    is: "raised",
    at: at(time),
    symptom: { station, key: `${about.evse}.${about.connector}`, group: about.code, facts: about },
  };
};
const mended = (time: string, key?: string): Signal => ({
  is: "cleared",
  at: at(time),
  station: 1,
  kind: "fault",
  key,
});
const lost = (time: string, station: number, more: Partial<Extract<Signal, { is: "lost" }>> = {}): Signal => ({
  is: "lost",
  at: at(time),
  station,
  site: 7,
  graceMs: 300_000,
  byUs: false,
  ...more,
});
const back = (time: string, station: number): Signal => ({ is: "back", at: at(time), station });
const security = (time: string): Signal => ({
  is: "raised",
  at: at(time),
  symptom: { station: 1, key: "Tamper", group: "", facts: { kind: "security", what: "Tamper" } },
});

/** Tells a story in parts, each decided from what the one before left, as a reader does that is stopped in between. */
function story({ stations = 4 }: { stations?: number } = {}) {
  let book: Book = { issues: [], silences: [], sites: new Map([[7, stations]]) };
  const history: string[] = [];
  const news: string[] = [];
  const follow = (decision: IssueDecision) => {
    const issues = new Map([...book.issues, ...decision.issues].map((issue) => [issue.id, issue]));
    const silences = new Map([...book.silences, ...decision.silences].map((one) => [one.station, one]));
    for (const station of decision.heard) silences.delete(station);
    book = { ...book, issues: [...issues.values()], silences: [...silences.values()] };
    history.push(
      ...decision.entries.map(({ type, count, at }) =>
        `${at.toISOString().slice(11, 19)} ${type} ${count ?? ""}`.trim(),
      ),
    );
    news.push(...decision.news.filter(({ what }) => what !== "changed").map(({ what }) => what));
  };
  return {
    tell(signals: Signal[], until: string) {
      follow(decideIssues(book, signals, at(until)));
      return this;
    },
    change(change: Partial<Issue>) {
      book = { ...book, issues: book.issues.map((issue) => ({ ...issue, ...change })) };
      return this;
    },
    get issues() {
      return book.issues;
    },
    get brief() {
      return book.issues.map(
        (issue) => `${issue.key} ${issue.state} ${activeChildren(issue).length}/${issue.children.length}`,
      );
    },
    history,
    news,
  };
}

describe("symptoms become issues", () => {
  const tables: [what: string, signals: Signal[], until: string, issues: string[]][] = [
    ["a fault is an issue of its station", [fault("10:00:00")], "10:00:00", ["fault:station:1:GroundFailure new 1/1"]],
    [
      "two connectors with one fault are one issue",
      [fault("10:00:00"), fault("10:00:05", { evse: 2 })],
      "10:00:05",
      ["fault:station:1:GroundFailure new 2/2"],
    ],
    [
      "a fault that is told again is the same",
      [fault("10:00:00"), fault("10:00:05")],
      "10:00:05",
      ["fault:station:1:GroundFailure new 1/1"],
    ],
    [
      "another fault at the same connector ends the one before",
      [fault("10:00:00"), fault("10:01:00", { code: "HighTemperature" })],
      "10:01:00",
      ["fault:station:1:GroundFailure watching 0/1", "fault:station:1:HighTemperature new 1/1"],
    ],
    [
      "of two connectors one is well again",
      [fault("10:00:00"), fault("10:00:00", { evse: 2 }), mended("10:05:00", "1.1")],
      "10:30:00",
      ["fault:station:1:GroundFailure new 1/2"],
    ],
    [
      "a station that shows it is over is watched",
      [fault("10:00:00"), mended("10:05:00")],
      "10:14:59",
      ["fault:station:1:GroundFailure watching 0/1"],
    ],
    [
      "and when it stays so for ten minutes the issue is over",
      [fault("10:00:00"), mended("10:05:00")],
      "10:15:00",
      ["fault:station:1:GroundFailure resolved 0/1"],
    ],
    [
      "a security event that happens again is the same, and counted",
      [security("10:00:00"), security("11:00:00")],
      "11:00:00",
      ["security:station:1: new 1/1"],
    ],
    ["what nobody can show to be over stays", [security("10:00:00")], "23:00:00", ["security:station:1: new 1/1"]],
    [
      "a station that leaves the network takes its symptoms along",
      [fault("10:00:00"), { is: "removed", at: at("10:01:00"), station: 1 }],
      "10:11:00",
      ["fault:station:1:GroundFailure resolved 0/1"],
    ],
  ];
  it.each(tables)("%s", (_what, signals, until, issues) => {
    expect(story().tell(signals, until).brief.toSorted()).toEqual(issues.toSorted());
  });
});

describe("what comes back", () => {
  it("while it is watched belongs to whoever had it, and nobody is told twice", () => {
    const told = story().tell([fault("10:00:00")], "10:00:00");
    told.change({ owner: "ada", state: "acknowledged" });
    told.tell([mended("10:05:00"), fault("10:06:00")], "10:06:00");
    expect(told.brief).toEqual(["fault:station:1:GroundFailure acknowledged 1/1"]);
    expect(told.issues[0]?.children[0]?.times).toBe(2);
    expect(told.news).toEqual(["opened"]);
  });

  it("within a day is the same issue, opened again, new, and nobody's", () => {
    const told = story().tell([fault("10:00:00")], "10:00:00");
    told.change({ owner: "ada", state: "acknowledged" });
    told.tell([mended("10:05:00"), fault("20:00:00")], "20:00:00");
    expect(told.issues).toMatchObject([{ state: "new", openings: 2 }]);
    expect(told.issues[0]?.owner).toBeUndefined();
    expect(told.news).toEqual(["opened", "reopened"]);
    expect(told.history).toEqual([
      "10:00:00 opened 1",
      "10:05:00 better 1",
      "10:05:00 watching",
      "10:15:00 resolved",
      "20:00:00 reopened 1",
    ]);
  });

  it("after more than a day is another issue", () => {
    const told = story().tell([fault("10:00:00"), mended("10:05:00")], "10:30:00");
    told.change({ resolvedAt: new Date("2026-11-22T09:00:00Z") }).tell([fault("20:00:00")], "20:00:00");
    expect(told.issues.map(({ state }) => state)).toEqual(["resolved", "new"]);
  });
});

describe("a station that falls silent", () => {
  const tables: [what: string, signals: Signal[], until: string, issues: string[]][] = [
    ["may be gone for as long as its heartbeat", [lost("10:00:00", 1)], "10:04:59", []],
    ["counts after that", [lost("10:00:00", 1)], "10:05:00", ["offline:station:1: new 1/1"]],
    ["does not when it was back before", [lost("10:00:00", 1), back("10:04:00", 1)], "11:00:00", []],
    [
      "is watched when it is back",
      [lost("10:00:00", 1), back("10:06:00", 1)],
      "10:07:00",
      ["offline:station:1: watching 0/1"],
    ],
    [
      "with most of its site is one issue of the site, before any heartbeat was missed",
      [lost("10:00:00", 1), lost("10:00:09", 2), lost("10:00:20", 3)],
      "10:00:40",
      ["offline:site:7 new 3/3"],
    ],
    [
      "with half of its site is not",
      [lost("10:00:00", 1), lost("10:00:01", 2)],
      "10:05:01",
      ["offline:station:1: new 1/1", "offline:station:2: new 1/1"],
    ],
    [
      "long after the others is not of theirs",
      [lost("10:00:00", 1), lost("10:00:01", 2), lost("10:00:02", 3), lost("10:02:00", 4)],
      "10:07:00",
      ["offline:site:7 new 3/3", "offline:station:4: new 1/1"],
    ],
    [
      "joins the issue of its site when it fell silent with the others, and was noticed late",
      [lost("10:00:00", 1), lost("10:00:10", 2), lost("10:00:20", 3), lost("10:00:39", 4)],
      "10:00:59",
      ["offline:site:7 new 4/4"],
    ],
    [
      "because we restart is no power cut, while it may still come back",
      [1, 2, 3, 4].map((station) => lost("10:00:00", station, { byUs: true })),
      "10:04:59",
      [],
    ],
    [
      "because we restart, and never comes back with all of its site, is",
      [1, 2, 3, 4].map((station) => lost("10:00:00", station, { byUs: true })),
      "10:05:00",
      ["offline:site:7 new 4/4"],
    ],
    [
      "does not count with a site from which others had been gone for long",
      [lost("08:00:00", 3), lost("10:00:00", 1), lost("10:00:01", 2)],
      "10:00:30",
      ["offline:station:3: new 1/1", "offline:site:7 new 2/2"],
    ],
    [
      "without a site is alone, however many fall silent with it",
      [1, 2, 3].map((station) => lost("10:00:00", station, { site: undefined })),
      "10:05:00",
      ["offline:station:1: new 1/1", "offline:station:2: new 1/1", "offline:station:3: new 1/1"],
    ],
  ];
  it.each(tables)("%s", (_what, signals, until, issues) => {
    expect(story().tell(signals, until).brief.toSorted()).toEqual(issues.toSorted());
  });

  it("with thirty-nine others is one issue with forty children, told of once, and over when the last one is back", () => {
    const all = Array.from({ length: 40 }, (_, number) => number + 1);
    const told = story({ stations: 40 });
    told.tell(
      all.map((station) => lost(`10:00:${String(station % 15).padStart(2, "0")}`, station)).toSorted(byTime),
      "10:01:00",
    );
    expect(told.brief).toEqual(["offline:site:7 new 40/40"]);
    expect(told.issues[0]).toMatchObject({ severity: "critical", where: { site: 7 } });
    expect(told.history).toEqual(["10:01:00 opened 40"]);

    told.tell(
      all.slice(1).map((station) => back("10:30:00", station)),
      "11:30:00",
    );
    expect(told.brief).toEqual(["offline:site:7 new 1/40"]);
    told.tell([back("12:00:00", 1)], "12:30:00");
    expect(told.brief).toEqual(["offline:site:7 resolved 0/40"]);
    expect(told.news).toEqual(["opened", "resolved"]);
    expect(told.history.slice(1)).toEqual([
      "12:00:00 better 1".replace("12:00:00", "10:30:00").replace(" 1", " 39"),
      "12:00:00 better 1",
      "12:00:00 watching",
      "12:10:00 resolved",
    ]);
  });
});

describe("a reader that was away", () => {
  const signals = [
    fault("10:00:00"),
    lost("10:01:00", 2),
    lost("10:01:04", 3),
    mended("10:02:00"),
    lost("10:01:09", 4),
    back("10:08:00", 2),
    fault("10:09:00"),
    back("10:40:00", 3),
    back("10:40:00", 4),
  ].toSorted(byTime);

  it("comes to the same issues as one that was there", () => {
    const there = story();
    for (const signal of signals) there.tell([signal], signal.at.toISOString().slice(11, 19));
    const away = story().tell(signals, "11:00:00");
    expect(there.tell([], "11:00:00").brief).toEqual(away.brief);
    expect(there.news).toEqual(expect.arrayContaining(["opened", "opened", "resolved"]));
  });

  it("does not miss what came and went meanwhile", () => {
    const told = story().tell([lost("10:00:00", 1), back("10:30:00", 1)], "12:00:00");
    expect(told.brief).toEqual(["offline:station:1: resolved 0/1"]);
    expect(told.history[0]).toBe("10:30:00 opened 1");
  });
});

it("counts what is told again and never told to be over", () => {
  expect(story().tell([security("10:00:00"), security("11:00:00")], "12:00:00").issues[0]?.children).toMatchObject([
    { times: 2, since: at("11:00:00") },
  ]);
});

it("speaks again when a mute ends", () => {
  const told = story()
    .tell([fault("10:00:00")], "10:00:00")
    .change({ mutedUntil: at("11:00:00") });
  told.tell([], "11:00:00");
  expect(told.issues[0]?.mutedUntil).toBeUndefined();
  expect(told.history.at(-1)).toBe("11:00:00 unmuted");
});

function byTime(a: Signal, b: Signal) {
  return a.at.getTime() - b.at.getTime();
}
