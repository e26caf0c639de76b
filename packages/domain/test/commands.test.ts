import { describe, expect, it } from "vitest";
import type { CommandType } from "../src/command";
import { decideProgress } from "../src/commands/decide-progress";
import { asWished } from "../src/commands/firmware-proof";
import { sameValue } from "../src/commands/same-value";
import type { ProofPlan } from "../src/proof";
import type { StationState } from "../src/station-state";
import { after, decided, now, sessionReport, station } from "./factories";

const place = { evse: 1, connector: 1 };
const token = { value: "SUPPORT", kind: "central" };

const sent = (plan?: ProofPlan, commandType: CommandType = "start", state: StationState = station()) =>
  decideProgress(state, { step: "sent", id: 7, commandType, at: now, plan }).state;

const answered = (
  state: StationState,
  plan: ProofPlan | undefined,
  answer: "accepted" | "rejected" | "scheduled" = "accepted",
) =>
  decideProgress(state, {
    step: "answered",
    id: 7,
    commandType: "start",
    at: after(1),
    sentAt: now,
    answer: { answer },
    plan,
  });

const start: ProofPlan = { watch: { for: "session-started", evse: 1, token, remoteStartId: 7 }, deadlineSeconds: 70 };
const started = sessionReport({ phase: "started", sequence: 0, place, token, remoteStartId: 7 });

describe("a remote start", () => {
  it("is waited for until the deadline, although it was accepted", () => {
    const { changes, state } = answered(sent(start), start);
    expect(changes.commands).toMatchObject([{ id: 7, answer: "accepted", proof: "waiting", deadline: after(71) }]);
    expect(state.proving).toMatchObject([{ id: 7, proof: "waiting" }]);
  });

  it("is confirmed by the session that carries its number, and by no other", () => {
    const { state } = answered(sent(start), start);
    expect(decided(state, { ...started, remoteStartId: 8 }).changes.commands).toBeUndefined();
    const proven = decided(state, started);
    expect(proven.changes.commands).toMatchObject([{ id: 7, proof: "confirmed" }]);
    expect(proven.state.proving).toEqual([]);
  });

  it("is confirmed when its session starts before the answer comes", () => {
    const early = decided(sent(start), started);
    expect(early.changes.commands).toMatchObject([{ id: 7, proof: "confirmed" }]);
    const late = answered(early.state, start);
    expect(late.changes.commands).toMatchObject([{ answer: "accepted", proof: "confirmed" }]);
    expect(late.state.proving).toEqual([]);
  });

  it("in 1.6 is confirmed by its token on its connector, not by an old start replayed", () => {
    const plan: ProofPlan = { watch: { for: "session-started", evse: 1, token }, deadlineSeconds: 70 };
    const { state } = answered(sent(plan), plan);
    const report = sessionReport({ phase: "started", session: undefined, sequence: undefined, place, token });
    expect(decided(state, { ...report, at: after(-3600) }).changes.commands).toBeUndefined();
    expect(decided(state, { ...report, place: { evse: 2, connector: 1 } }).changes.commands).toBeUndefined();
    expect(decided(state, { ...report, token: { value: "OTHER", kind: "" } }).changes.commands).toBeUndefined();
    expect(decided(state, report).changes.commands).toMatchObject([{ id: 7, proof: "confirmed" }]);
  });

  it("turns unproven at the deadline, and late evidence still confirms it", () => {
    const { state } = answered(sent(start), start);
    const passed = decideProgress(state, { step: "deadline-passed", id: 7, commandType: "start", at: after(71) });
    expect(passed.changes.commands).toMatchObject([{ id: 7, proof: "unproven" }]);
    expect(decided(passed.state, started).changes.commands).toMatchObject([{ id: 7, proof: "confirmed" }]);
  });

  it("is given up after days, but new firmware may be booted weeks later", () => {
    const update: ProofPlan = { watch: { for: "progress", of: "firmware", expected: "2.0" }, deadlineSeconds: 60 };
    const boot: ProofPlan = { watch: { for: "boot" }, deadlineSeconds: 300 };
    const later = after(10 * 86_400);
    const stillProving = [start, update].map((plan) => {
      const { state } = answered(sent(plan), plan);
      const passed = decideProgress(state, { step: "deadline-passed", id: 7, commandType: "start", at: after(71) });
      const other = { step: "answered", id: 8, commandType: "reset", at: later, sentAt: later, plan: boot } as const;
      return decideProgress(passed.state, { ...other, answer: { answer: "accepted" } }).state.proving.map(
        ({ id }) => id,
      );
    });
    expect(stillProving).toEqual([[8], [7, 8]]);
  });

  it("that was rejected is over", () => {
    const { changes, state } = answered(sent(start), start, "rejected");
    expect(changes.commands).toMatchObject([{ answer: "rejected" }]);
    expect(state.proving).toEqual([]);
  });

  it("that got no answer may still have been heard", () => {
    const silent = decideProgress(sent(start), {
      step: "unanswered",
      id: 7,
      commandType: "start",
      at: after(30),
      sentAt: now,
      plan: start,
    });
    expect(silent.changes.commands).toMatchObject([{ answer: "none", proof: "waiting" }]);
    expect(decided(silent.state, started).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });
});

describe("other commands", () => {
  it("a reset is proven by a boot, not by one that was only asked for", () => {
    const plan: ProofPlan = { watch: { for: "boot" }, deadlineSeconds: 300 };
    const { state } = answered(sent(plan), plan);
    const boot = { type: "booted", vendor: "V", model: "M", reason: "RemoteReset" } as const;
    expect(decided(state, { ...boot, triggered: true }).changes.commands).toBeUndefined();
    expect(decided(state, boot).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });

  it("the reset of one evse is proven by its connector, which goes out of service and comes back", () => {
    const plan: ProofPlan = { watch: { for: "restarted", evse: 1 }, deadlineSeconds: 300 };
    const told = (state: StationState, status: "available" | "occupied" | "unavailable", evse = 1) =>
      decided(state, { type: "connector-status", connectors: [{ place: { evse, connector: 1 }, status }] });
    const before = told(told(station(), "available").state, "unavailable", 2).state;
    const { state } = answered(sent(plan, "reset", before), plan, "scheduled");
    // The driver leaves; another evse comes back into service: neither is a restart.
    const idle = told(told(told(state, "occupied").state, "available").state, "available", 2);
    expect(idle.changes.commands).toBeUndefined();

    const down = told(idle.state, "unavailable");
    expect(down.changes.commands).toMatchObject([{ plan: { watch: { down: true } } }]);
    expect(down.changes.commands?.[0]?.proof).toBeUndefined();
    expect(told(down.state, "occupied").changes.commands).toMatchObject([{ proof: "confirmed" }]);

    const boot = { type: "booted", vendor: "V", model: "M" } as const;
    expect(decided(state, { ...boot, triggered: true }).changes.commands).toBeUndefined();
    expect(decided(state, boot).changes.commands).toMatchObject([{ evidence: "the whole station booted" }]);
  });

  it("availability is proven by the status, at once when it is so already", () => {
    const plan: ProofPlan = { watch: { for: "availability", operative: false, place }, deadlineSeconds: 30 };
    const connector = (status: "available" | "unavailable") =>
      ({ type: "connector-status", connectors: [{ place, status }] }) as const;
    const { state } = answered(sent(plan), plan, "scheduled");
    expect(decided(state, connector("available")).changes.commands).toBeUndefined();
    expect(decided(state, connector("unavailable")).changes.commands).toMatchObject([{ proof: "confirmed" }]);

    const out = decided(station(), connector("unavailable")).state;
    expect(answered(sent(plan, "set-availability", out), plan).changes.commands).toMatchObject([
      { proof: "confirmed" },
    ]);
  });

  it("a written value is read back: equal confirms, different says what it is", () => {
    const variable = { component: "", name: "HeartbeatInterval" };
    const writes = [{ variable, value: "60" }];
    const plan: ProofPlan = {
      watch: { for: "variables", writes },
      deadlineSeconds: 30,
      probe: { type: "read-variables", variables: [variable] },
    };
    const accepted = answered(sent(plan), plan);
    expect(accepted.changes.followUps).toMatchObject([{ command: plan.probe, probeOf: 7 }]);
    const read = (value: string) =>
      ({
        type: "variables",
        readings: [{ variable: { component: "", name: "heartbeatinterval" }, attribute: "actual", value }],
      }) as const;
    const different = decided(accepted.state, read("300"));
    expect(different.changes.commands).toMatchObject([
      { proof: "unproven", evidence: "accepted, not effective: HeartbeatInterval is 300" },
    ]);
    expect(decided(different.state, read("60")).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });

  it("an asked message proves its trigger when it concerns the asked connector", () => {
    const plan: ProofPlan = { watch: { for: "message", message: "status", place }, deadlineSeconds: 30 };
    const { state } = answered(sent(plan), plan);
    const status = (evse: number) =>
      ({ type: "connector-status", connectors: [{ place: { evse, connector: 1 }, status: "available" }] }) as const;
    expect(decided(state, status(2)).changes.commands).toBeUndefined();
    expect(decided(state, status(1)).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });

  it("a report that was asked for is proven by its last part, told by its number and its subject", () => {
    const plan: ProofPlan = { watch: { for: "report", of: "monitors", requestId: 5 }, deadlineSeconds: 30 };
    const { state } = answered(sent(plan), plan);
    const part = (of: "monitors" | "display-messages", requestId: number, last: boolean) =>
      ({ type: "part", of, part: { requestId, last } }) as const;
    for (const other of [part("monitors", 5, false), part("monitors", 6, true), part("display-messages", 5, true)]) {
      expect(decided(state, other).changes.commands).toBeUndefined();
    }
    const variables = { type: "variables", readings: [], part: { requestId: 5, last: true } } as const;
    expect(decided(state, variables).changes.commands).toBeUndefined();
    expect(decided(state, part("monitors", 5, true)).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });

  it("a plan that names no subject, as they were once kept, means the variables", () => {
    const plan: ProofPlan = { watch: { for: "report", requestId: 5 }, deadlineSeconds: 30 };
    const { state } = answered(sent(plan), plan);
    const part = { type: "part", of: "monitors", part: { requestId: 5, last: true } } as const;
    expect(decided(state, part).changes.commands).toBeUndefined();
    const variables = { type: "variables", readings: [], part: { requestId: 5, sequence: 0, last: true } } as const;
    expect(decided(state, variables).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });

  it("work is proven when the station says it is done, and disproven when it says it failed", () => {
    const plan: ProofPlan = { watch: { for: "progress", of: "log", requestId: 5 }, deadlineSeconds: 30 };
    const { state } = answered(sent(plan), plan);
    const progress = (state: "going-on" | "done" | "failed" | "idle", word: string, requestId?: number) =>
      ({ type: "progress", of: "log", state, word, requestId }) as const;
    for (const other of [
      progress("going-on", "Uploading", 5),
      progress("idle", "Idle"),
      progress("done", "Uploaded", 6),
    ]) {
      expect(decided(state, other).changes.commands).toBeUndefined();
    }
    const failed = decided(state, progress("failed", "PermissionDenied", 5));
    expect(failed.changes.commands).toMatchObject([
      { proof: "unproven", evidence: "it failed: the station reports PermissionDenied" },
    ]);
    // It may try again by itself, and a station that gives no number means the only request there is.
    expect(decided(failed.state, progress("done", "Uploaded")).changes.commands).toMatchObject([
      { proof: "confirmed", evidence: "the station reports Uploaded, of a file that went elsewhere" },
    ]);
  });

  it("a file that is to come here is proven by its coming, and by no word of the station", () => {
    const plan: ProofPlan = { watch: { for: "progress", of: "log", requestId: 5, file: true }, deadlineSeconds: 30 };
    const { state } = answered(sent(plan), plan);
    const said = decided(state, { type: "progress", of: "log", state: "done", word: "Uploaded", requestId: 5 });
    expect(said.changes.commands).toMatchObject([
      { proof: "unproven", evidence: "the station reports Uploaded, but no file has arrived here" },
    ]);
    const arrived = (command: number) => ({ type: "file-received", command, name: "a.log", size: 9 }) as const;
    expect(decided(said.state, arrived(8)).changes.commands).toBeUndefined();
    expect(decided(said.state, arrived(7)).changes.commands).toMatchObject([
      { proof: "confirmed", evidence: "the file a.log arrived, 9 bytes" },
    ]);
  });

  it("work that is to wait has its time from when it may begin", () => {
    const watch = { for: "progress", of: "firmware" } as const;
    const deadlineOf = (from?: string) => {
      const plan: ProofPlan = { watch, deadlineSeconds: 60, from };
      return answered(sent(plan), plan).changes.commands?.[0]?.deadline;
    };
    expect(deadlineOf()).toEqual(after(61));
    expect(deadlineOf(after(3600).toISOString())).toEqual(after(3660));
    expect(deadlineOf(after(-3600).toISOString())).toEqual(after(61));
    expect(deadlineOf("2026-02-30T25:00:00Z")).toEqual(after(61));
  });

  it("new firmware is proven by a boot with it, of a station that says nothing more after it", () => {
    const plan: ProofPlan = { watch: { for: "progress", of: "firmware", requestId: 5 }, deadlineSeconds: 30 };
    const { state, changes } = answered(sent(plan, "raw", station({ firmwareVersion: "4.2.0" })), plan);
    expect(changes.commands?.[0]?.plan?.watch).toEqual({ ...plan.watch, before: "4.2.0" });
    const boot = (firmwareVersion?: string) => ({ type: "booted", vendor: "V", model: "M", firmwareVersion }) as const;
    expect(decided(state, boot("4.2.0")).changes.commands).toBeUndefined();
    expect(decided(state, boot()).changes.commands).toBeUndefined();
    expect(decided(state, boot("4.3.0")).changes.commands).toMatchObject([
      { proof: "confirmed", evidence: "booted with firmware 4.3.0, after 4.2.0" },
    ]);
  });

  describe("firmware whose version is known", () => {
    const effect: ProofPlan = { watch: { for: "progress", of: "firmware", requestId: 5 }, deadlineSeconds: 30 };
    const order = {
      type: "update-firmware",
      location: "https://files.example/f",
      retrieveAt: "",
      version: "4.3.0",
    } as const;
    const plan = asWished(effect, order);
    const before = (version: string) =>
      answered(sent(plan, "update-firmware", station({ firmwareVersion: version })), plan).state;
    const boot = (firmwareVersion?: string) => ({ type: "booted", vendor: "V", model: "M", firmwareVersion }) as const;
    const installed = { type: "progress", of: "firmware", state: "done", word: "Installed", requestId: 5 } as const;
    const failed = { ...installed, state: "failed", word: "InstallationFailed" } as const;

    it("is proven by the boot with it, whatever was said before", () => {
      const state = before("4.2.0");
      const claimed = decided(state, installed);
      expect(claimed.changes.commands).not.toMatchObject([{ proof: "confirmed" }]);
      for (const then of [state, claimed.state]) {
        expect(decided(then, boot("4.3.0")).changes.commands).toMatchObject([
          { proof: "confirmed", evidence: "booted with firmware 4.3.0" },
        ]);
      }
    });

    it("is disproven by a station that says it is installed and boots with something else", () => {
      const unproven = {
        proof: "unproven",
        evidence: "it says that it is installed, but booted with firmware 4.2.0, not 4.3.0",
      };
      const state = before("4.2.0");
      const claimed = decided(decided(state, installed).state, boot("4.2.0"));
      expect(claimed.changes.commands).toMatchObject([unproven, {}]);
      const booted = decided(decided(state, boot("4.2.0")).state, installed);
      expect(booted.changes.commands).toMatchObject([unproven, {}]);
      // It gets there after all.
      expect(decided(booted.state, boot("4.3.0")).changes.commands).toMatchObject([{ proof: "confirmed" }]);
    });

    it("is neither proven nor disproven by a boot alone with what it ran before, or with nothing said", () => {
      const state = before("4.2.0");
      for (const other of [boot("4.2.0"), boot()]) {
        expect(decided(state, other).changes.commands ?? []).not.toContainEqual(
          expect.objectContaining({ proof: expect.anything() }),
        );
      }
    });

    it("is taken at its word where it ran the same before: no boot can tell", () => {
      expect(decided(before("4.3.0"), installed).changes.commands).toMatchObject([
        { proof: "confirmed", evidence: "it says that it is installed, and runs firmware 4.3.0" },
      ]);
    });

    it("is disproven by a failure that the station tells of", () => {
      expect(decided(before("4.2.0"), failed).changes.commands).toMatchObject([
        { proof: "unproven", evidence: "it failed: the station reports InstallationFailed" },
      ]);
    });

    it("changes nothing about other commands", () => {
      expect(asWished(effect, { type: "read-log", log: "security" })).toBe(effect);
      expect(asWished(undefined, order)).toBeUndefined();
    });
  });

  it("work without a number of ours is not proven by work that has one", () => {
    const plan: ProofPlan = { watch: { for: "progress", of: "firmware" }, deadlineSeconds: 30 };
    const { state } = answered(sent(plan), plan);
    const done = { type: "progress", of: "firmware", state: "done", word: "Installed" } as const;
    expect(decided(state, { ...done, requestId: 9 }).changes.commands).toBeUndefined();
    expect(decided(state, done).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });

  it("a reservation is proven by its connector, at once when it is reserved already", () => {
    const plan: ProofPlan = { watch: { for: "reserved", place: { evse: 1 } }, deadlineSeconds: 30 };
    const { state } = answered(sent(plan), plan);
    const connector = (evse: number, status: "available" | "reserved") =>
      ({ type: "connector-status", connectors: [{ place: { evse, connector: 1 }, status }] }) as const;
    expect(decided(state, connector(2, "reserved")).changes.commands).toBeUndefined();
    expect(decided(state, connector(1, "available")).changes.commands).toBeUndefined();
    const proven = decided(state, connector(1, "reserved"));
    expect(proven.changes.commands).toMatchObject([{ proof: "confirmed" }]);
    expect(answered(sent(plan, "start", proven.state), plan).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });

  it("a list that was sent is read back: a later version has taken it in, an older one has not", () => {
    const plan: ProofPlan = { watch: { for: "local-list", version: 7 }, deadlineSeconds: 30 };
    const { state } = answered(sent(plan), plan);
    const list = (version: number) => ({ type: "local-list", version }) as const;
    const older = decided(state, list(6));
    expect(older.changes.commands).toMatchObject([
      { proof: "unproven", evidence: "accepted, not effective: the station holds version 6" },
    ]);
    expect(decided(older.state, list(7)).changes.commands).toMatchObject([{ proof: "confirmed" }]);
    expect(decided(state, list(8)).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });

  it("an answer that there are none of what was asked for is all there will be", () => {
    const plan: ProofPlan = { watch: { for: "report", of: "charging-profiles", requestId: 5 }, deadlineSeconds: 30 };
    const { changes, state } = decideProgress(sent(plan), {
      step: "answered",
      id: 7,
      commandType: "start",
      at: after(1),
      sentAt: now,
      answer: { answer: "accepted", detail: "NoProfiles", complete: true },
      plan,
    });
    expect(changes.commands).toMatchObject([{ answer: "accepted", detail: "NoProfiles", proof: "confirmed" }]);
    expect(state.proving).toEqual([]);
  });

  it("an asked message is told from others of its like", () => {
    const plan: ProofPlan = { watch: { for: "message", message: "certificate-request" }, deadlineSeconds: 30 };
    const { state } = answered(sent(plan), plan);
    const asked = (message?: "certificate-request" | "vehicle-certificate-request") =>
      ({ type: "asked", message }) as const;
    expect(decided(state, asked()).changes.commands).toBeUndefined();
    expect(decided(state, asked("vehicle-certificate-request")).changes.commands).toBeUndefined();
    expect(decided(state, asked("certificate-request")).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });

  it("an answer that says it all is its own proof", () => {
    const plan: ProofPlan = { watch: { for: "answer" }, deadlineSeconds: 0 };
    expect(answered(sent(plan), plan).changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });
});

it.each([
  ["true", "True", true],
  ["10", "10.0", true],
  ["A,B", "a, b", true],
  ["10", "11", false],
  ["", "0", false],
] as const)("%s and %s are the same value: %s", (written, read, same) => {
  expect(sameValue(written, read)).toBe(same);
});

describe("a station that waits for its acceptance", () => {
  const waiting = station({ registration: "pending" });
  const status = { type: "connector-status", connectors: [{ place, status: "available" }] } as const;
  const report = (requestId: number) => ({ type: "variables", readings: [], part: { requestId, last: true } }) as const;

  it("may say what it was asked for, and nothing else", () => {
    const trigger: ProofPlan = { watch: { for: "message", message: "status" }, deadlineSeconds: 30 };
    expect(decided(waiting, status).outcome.type).toBe("refused");
    expect(decided(sent(trigger, "trigger", waiting), status).outcome.type).toBe("acknowledged");
    expect(decided(sent(trigger, "trigger", waiting), report(5)).outcome.type).toBe("refused");
  });

  it("may bring the report that it was asked for", () => {
    const base: ProofPlan = { watch: { for: "report", requestId: 5 }, deadlineSeconds: 120 };
    const asked = sent(base, "read-variables", waiting);
    expect(decided(asked, report(6)).outcome.type).toBe("refused");
    const answer = decided(asked, report(5));
    expect(answer.outcome.type).toBe("acknowledged");
    expect(answer.changes.commands).toMatchObject([{ proof: "confirmed" }]);
  });
});
