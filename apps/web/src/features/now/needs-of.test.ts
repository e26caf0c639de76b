import { describe, expect, it } from "vitest";
import type { Overview } from "@/server/now/overview";
import { needsOf } from "./needs-of";

const at = new Date("2026-11-23T12:00:00Z");
const quiet: Overview = {
  at,
  counts: {
    connectors: 0,
    states: {},
    stations: 0,
    connected: 0,
    neverConnected: 0,
    sites: 0,
    openSessions: 0,
    powerW: 0,
  },
  worstSite: null,
  issues: [],
  unproven: [],
  running: [],
  waiting: [],
  refused: [],
  sites: [],
};
const words = {
  issue: ({ kind, children }: Overview["issues"][number]) => `${kind} ${children}`,
  standing: ({ owner }: Overview["issues"][number]) => owner?.name ?? "nobody's",
  refused: (reason: string) => reason,
  nameless: () => "nobody",
  tries: (count: number, from: string) => `${count} from ${from}`,
};
const issue = {
  id: 7,
  kind: "offline",
  severity: "critical",
  state: "new",
  owner: null,
  mutedUntil: null,
  openedAt: at,
  openings: 1,
  watchUntil: null,
  resolvedAt: null,
  resolvedBy: null,
  about: { kind: "offline" },
  active: 40,
  children: 40,
  station: null,
  site: { id: 1, name: "Köln" },
  lastTry: null,
} as const satisfies Overview["issues"][number];
const caller = {
  identity: "CS-X",
  remoteAddress: "192.0.2.1",
  reason: "wrong-password",
  detail: "",
  tries: 14,
  firstAt: at,
  lastAt: at,
};

describe("what needs a person", () => {
  it("is nothing in a network where all is well", () => {
    expect(needsOf(quiet, words)).toEqual([]);
  });

  it("is each issue once, whatever is part of it, with whose it is, and callers who were turned away last", () => {
    const fault = { ...issue, id: 8, kind: "fault", station: { id: 9, identity: "CS-9", name: null } } as const;
    const owned = { ...fault, owner: { id: "p-1", name: "Ada" } };
    const needs = needsOf({ ...quiet, issues: [issue, owned], refused: [caller] }, words);
    expect(
      needs.map(({ kind, title, where, station, href, note }) => [kind, title, where, station, href, note]),
    ).toEqual([
      ["offline", "offline 40", "Köln", undefined, "/issues/7", "nobody's"],
      ["fault", "fault 40", "Köln", "CS-9", "/issues/8", "Ada"],
      ["refused", "wrong-password", undefined, "CS-X", "/refusals", "14 from 192.0.2.1"],
    ]);
  });
});
