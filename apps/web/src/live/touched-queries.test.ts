import type { DomainEvent } from "@chargehand/domain/event";
import { describe, expect, it } from "vitest";
import { touchedQueries } from "./touched-queries";

const touched = (event: DomainEvent, station?: number) =>
  touchedQueries({ station, at: 0, receivedAt: 0, event }).map(({ path, about }) =>
    about ? `${path} ${JSON.stringify(about)}` : path,
  );

const cases: [DomainEvent, string[]][] = [
  [
    { type: "connector.faulted", evse: 1, connector: 1 },
    [
      "now.overview",
      "now.rail",
      "sites.byId",
      "sites.find",
      "sites.list",
      "sites.onMap",
      "stations.facets",
      "stations.matching",
      "views.pinned",
    ],
  ],
  [
    { type: "station.connected", version: "2.1" },
    [
      "now.overview",
      "now.rail",
      "sites.byId",
      "sites.find",
      "sites.list",
      "sites.onMap",
      "stations.around",
      'stations.byIdentity {"id":412}',
      'stations.connectionDays {"station":412}',
      'stations.connections {"station":412}',
      "stations.facets",
      "stations.matching",
      "stations.waiting",
      "views.pinned",
    ],
  ],
  [{ type: "station.changed", what: "secret" }, ['stations.byIdentity {"id":412}', "stations.waiting"]],
  [{ type: "session.updated", session: 7, activity: "charging" }, ['sessions.timeline {"id":7}']],
  [
    { type: "session.ended", session: 7, endedBy: "station" },
    [
      'holdings.list {"station":412}',
      "now.overview",
      "now.rail",
      'sessions.byId {"id":7}',
      "sessions.counts",
      "sessions.list",
      'sessions.samples {"id":7}',
      'sessions.timeline {"id":7}',
      'stations.byIdentity {"id":412}',
      "tokens.byId",
      "tokens.list",
      "tokens.usage",
    ],
  ],
  [
    { type: "command.changed", command: 5, commandType: "reset", delivery: "sent", proof: "waiting" },
    ['commands.byId {"id":5}', "commands.list"],
  ],
  [
    { type: "command.changed", command: 5, commandType: "write-variables", delivery: "sent", proof: "unproven" },
    ['commands.byId {"id":5}', "commands.list", "now.overview", "now.rail", 'variables.list {"station":412}'],
  ],
  [
    { type: "command.changed", command: 5, commandType: "raw", delivery: "sent", proof: "none" },
    ['commands.byId {"id":5}', "commands.list", 'expert.past {"station":412}'],
  ],
  [
    { type: "variables.reported", count: 3, last: true },
    ['configuration.ofStation {"station":412}', 'energy.supply {"station":412}', 'variables.list {"station":412}'],
  ],
  [{ type: "vendor.message", vendor: "com.wattle" }, ['vendors.heard {"station":412}']],
  [
    { type: "connection.refused", identity: "CS-9", reason: "wrong-password" },
    ["now.overview", "now.rail", "stations.commissioning", "stations.refusals"],
  ],
  [
    { type: "issue.changed", issue: 7 },
    ['issues.byId {"id":7}', "issues.counts", "issues.list", "now.overview", "now.rail", "shift.facts"],
  ],
  [
    { type: "site.changed", site: 3, what: "changed" },
    [
      "now.overview",
      "now.rail",
      'sites.byId {"id":3}',
      "sites.find",
      "sites.list",
      "sites.onMap",
      "stations.byIdentity",
      "stations.list",
    ],
  ],
  [
    { type: "token.changed", token: "ABBA" },
    ["lists.all", "lists.ofStation", "tokens.byId", "tokens.groups", "tokens.list"],
  ],
  [
    { type: "holdings.changed", kinds: ["local-list"] },
    ['holdings.list {"station":412}', "lists.all", 'lists.ofStation {"station":412}'],
  ],
  [
    { type: "file.refused", file: 1, command: 5, kind: "diagnostics", why: "there is no room for the file" },
    ['files.list {"station":412}'],
  ],
  [
    { type: "file.received", file: 1, command: 5, kind: "diagnostics", name: "a.log", size: 9 },
    ['files.list {"station":412}'],
  ],
  [{ type: "firmware.changed", image: 7, what: "changed" }, ['firmware.byId {"id":7}', "firmware.list"]],
  [
    { type: "firmware.served", image: 7, command: 5, state: "begun", reached: 0, size: 9 },
    ["campaigns.targets", 'firmware.downloads {"id":7}'],
  ],
  [
    { type: "security.reported", what: "TamperDetectionActivated", critical: true },
    ["now.overview", "now.rail", 'securityEvents.list {"station":412}'],
  ],
  [
    { type: "holdings.changed", kinds: ["customer-information"] },
    ['customers.reports {"station":412}', 'holdings.list {"station":412}'],
  ],
];

const always = ['expert.followed {"station":412}', 'stations.commissioning {"station":412}'];

describe("an event touches exactly the queries whose answers it changes", () => {
  it.each(cases)("%j", (event, queries) => {
    // Whatever changes at a station may follow from an expert's call there.
    expect(touched(event, 412).toSorted()).toEqual([...always, ...queries].toSorted());
  });

  it("and nothing of a station's when it is about none", () => {
    const elsewhere = touched({ type: "token.changed", token: "ABBA" });
    expect(elsewhere.filter((query) => query.startsWith("expert."))).toEqual([]);
    expect(elsewhere).toContain("tokens.list");
  });
});

it("a decision about a session touches the list of its decisions", () => {
  expect(touched({ type: "session.decided", session: 7 }, 412)).toContain('sessions.decisions {"id":7}');
});
