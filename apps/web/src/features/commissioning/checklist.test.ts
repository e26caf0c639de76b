import { expect, it } from "vitest";
import type { RefusalRow } from "../refusals/refusals-table";
import { type CommissioningFacts, checklistOf, clockToleranceMs, standingRefusal } from "./checklist";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const silent: CommissioningFacts = {
  id: 1,
  identity: "CS-1",
  address: "ws://gateway.example/ocpp/CS-1",
  addedAt: at(0),
  connected: false,
  passwordless: false,
  version: null,
  connection: null,
  refusals: [],
  strangers: [],
  registration: "none",
  bootedAt: null,
  vendor: null,
  model: null,
  clockSkewMs: null,
  connectors: [],
  firstStatusAt: null,
  session: null,
};
const refused = (reason: string, minute = 5): RefusalRow => ({
  id: "1",
  at: at(minute),
  path: "/ocpp/CS-1",
  remoteAddress: "10.0.0.7",
  reason,
});
const inside: Partial<CommissioningFacts> = {
  connected: true,
  version: "2.0.1",
  connection: { openedAt: at(3), remoteAddress: "10.0.0.7", authenticated: "password" },
};
const booted: Partial<CommissioningFacts> = { ...inside, registration: "accepted", bootedAt: at(3) };
const ready: Partial<CommissioningFacts> = {
  ...booted,
  clockSkewMs: 800,
  connectors: [{ evse: 1, connector: 1, status: "available", errorCode: null }],
  firstStatusAt: at(3),
};
const session = { id: 7, startedAt: at(4), open: true, energyWh: 0, powerW: 0 };

// One letter a step: done, next, waiting, wrong (x).
const letters = { done: "d", next: "n", waiting: "w", wrong: "x" } as const;

it.each<[string, string, Partial<CommissioningFacts>]>([
  ["nobody came yet", "nwwwwwww", {}],
  ["a wrong password is seen, and keeps it out", "dxwwwwww", { refusals: [refused("wrong-password")] }],
  ["a version we do not speak came with the right password", "ddxwwwww", { refusals: [refused("subprotocol")] }],
  ["what was refused before it got in is over", "dddnwwww", { ...inside, refusals: [refused("wrong-password", 2)] }],
  ["who is refused after it was in is out again", "dxwdwwww", { ...booted, refusals: [refused("no-password", 9)] }],
  [
    "in on its bare word it has not proven itself",
    "dndwwwww",
    { ...inside, connection: { openedAt: at(3), remoteAddress: "10.0.0.7", authenticated: "none" } },
  ],
  [
    "unless it needs no password",
    "dddnwwww",
    {
      ...inside,
      passwordless: true,
      connection: { openedAt: at(3), remoteAddress: "10.0.0.7", authenticated: "none" },
    },
  ],
  ["a boot that waits is not yet one", "dddnwwww", { ...inside, registration: "pending" }],
  ["a boot that was refused is wrong", "dddxwwww", { ...inside, registration: "rejected" }],
  ["a clock a minute off will do", "dddddddn", { ...ready, clockSkewMs: -clockToleranceMs }],
  ["one further off will not", "ddddxddw", { ...ready, clockSkewMs: clockToleranceMs + 1 }],
  [
    "a connector that says it is broken is told, and wrong",
    "ddddddxw",
    { ...ready, connectors: [{ evse: 1, connector: 1, status: "faulted", errorCode: "GroundFailure" }] },
  ],
  ["a session in which nothing flows is no charge", "dddddddn", { ...ready, session }],
  ["power is one", "dddddddd", { ...ready, session: { ...session, powerW: 3_700 } }],
  ["so is what it drew before it ended", "dddddddd", { ...ready, session: { ...session, open: false, energyWh: 12 } }],
])("%s", (_name, expected, facts) => {
  const list = checklistOf({ ...silent, ...facts });
  expect(list.map(({ standing }) => letters[standing]).join("")).toBe(expected);
});

it("names the try that keeps it out, and none once it is in", () => {
  const late = refused("wrong-password", 9);
  expect(standingRefusal({ connection: null, refusals: [late] })).toBe(late);
  expect(
    standingRefusal({
      connection: { openedAt: at(10), remoteAddress: "10.0.0.7", authenticated: "password" },
      refusals: [late],
    }),
  ).toBeUndefined();
});
