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
  faulted: { total: 0, rows: [] },
  worstSite: null,
  offline: { total: 0, rows: [] },
  alerts: [],
  security: [],
  unproven: [],
  attention: [],
  running: [],
  waiting: [],
  refused: [],
  sites: [],
};
const words = {
  fault: ({ code = "" }) => code,
  alert: ({ name }: { name: string }, severity: number | undefined) => `${name} ${severity}`,
  security: (count: number) => `${count} critical`,
  silentStation: () => "silent",
  silentSite: (stations: number) => `all ${stations} silent`,
  session: (attention: string) => attention,
  refused: (reason: string) => reason,
  nameless: () => "nobody",
  tries: (count: number, from: string) => `${count} from ${from}`,
};
const silent = (id: number, site: string) => ({
  id,
  identity: `CS-${id}`,
  name: null,
  site,
  version: null,
  since: at,
  lastSeenAt: at,
  closeReason: null,
});
const site = (name: string, stations: number, connected: number) => ({
  id: 1,
  name,
  timeZone: "UTC",
  address: null,
  stations,
  connected,
  faulted: 0,
  powerW: 0,
});

describe("what needs a person", () => {
  it("is nothing in a network where all is well", () => {
    expect(needsOf(quiet, words)).toEqual([]);
  });

  it("is one thing when a whole site falls silent, and one each when its neighbours still speak", () => {
    const offline = { total: 3, rows: [silent(1, "Nord"), silent(2, "Nord"), silent(3, "Süd")] };
    const needs = needsOf({ ...quiet, offline, sites: [site("Nord", 2, 0), site("Süd", 5, 4)] }, words);
    expect(needs.map(({ title, where, station }) => [title, where, station])).toEqual([
      ["all 2 silent", "Nord", undefined],
      ["silent", "Süd", "CS-3"],
    ]);
  });

  it("is an alert, and what endangers security, each where it can be looked after", () => {
    const variable = { component: "PowerModule", name: "Temperature" };
    const alert = { variable, actual: "91", severity: 2, since: at.toISOString(), code: "T1" };
    const station = { id: 9, identity: "CS-9" };
    const security = [{ station, site: null, count: 2, since: at, what: ["TamperDetectionActivated"] }];
    const needs = needsOf({ ...quiet, alerts: [{ station, site: "Süd", alert }], security }, words);
    expect(needs.map(({ kind, title, href, note }) => [kind, title, href, note])).toEqual([
      ["alert", "Temperature 2", "/stations/CS-9/maintenance", "91 · T1"],
      ["security", "2 critical", "/stations/CS-9/maintenance", "TamperDetectionActivated"],
    ]);
  });

  it("puts faults before silence, and callers who were turned away last", () => {
    const fault = {
      station: { id: 9, identity: "CS-9", name: null },
      site: "Süd",
      evse: 2,
      connector: 1,
      since: at,
      errorCode: "GroundFailure",
      errorInfo: "34 mA",
      vendorErrorCode: null,
    };
    const caller = {
      identity: "CS-X",
      remoteAddress: "192.0.2.1",
      reason: "wrong-password",
      detail: "",
      tries: 14,
      firstAt: at,
      lastAt: at,
    };
    const needs = needsOf(
      {
        ...quiet,
        faulted: { total: 1, rows: [fault] },
        offline: { total: 1, rows: [silent(3, "Süd")] },
        sites: [site("Süd", 5, 4)],
        refused: [caller],
      },
      words,
    );
    expect(needs.map(({ kind, station, note }) => [kind, station, note])).toEqual([
      ["fault", "CS-9 #2", "34 mA"],
      ["offline", "CS-3", undefined],
      ["refused", "CS-X", "14 from 192.0.2.1"],
    ]);
  });
});
